using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace PaperFunctions.Papers;

/// <summary>Takes TeX commands and HTML entities out of a title, for its key.</summary>
internal static class TitleMarkup
{
    /// <summary>Commands that stand for letters or signs of a key; what is not listed here or below is taken as a word.</summary>
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["ss"] = "ss", ["ae"] = "ae", ["AE"] = "ae", ["oe"] = "oe", ["OE"] = "oe", ["aa"] = "a", ["AA"] = "a", ["o"] = "o", ["O"] = "o",
        ["l"] = "l", ["L"] = "l", ["i"] = "i", ["j"] = "j", ["dh"] = "d", ["DH"] = "d", ["th"] = "th", ["TH"] = "th", ["dj"] = "d",
            ["ng"] = "n",
        ["times"] = "x", ["infty"] = "infinity", ["ast"] = "*", ["star"] = "*", ["ell"] = "l", ["varepsilon"] = "epsilon",
            ["varphi"] = "phi",
        ["vartheta"] = "theta", ["varrho"] = "rho", ["varsigma"] = "sigma", ["varpi"] = "pi", ["textasteriskcentered"] = "*",
            ["and"] = "and",
        ["hbar"] = "h", ["textsharp"] = "#", ["sharp"] = "#",
    }.ToFrozenDictionary();

    /// <summary>Commands that add nothing: looks, spaces, relations and arrows.</summary>
    private static readonly FrozenSet<string> Nothing = FrozenSet.Create((
        "textbf textit textsl textsc texttt textrm textsf textup textmd textnormal text emph underline mbox hbox mathrm mathcal mathbf "
        + "mathbb mathit mathsf " +
        "mathtt mathfrak mathscr mathds boldsymbol bm pmb operatorname ensuremath rm bf it em tt sf sc sl cal left right big Big bigl "
        + "bigr displaystyle " +
        "textsuperscript textsubscript protect xspace quad qquad enspace thinspace space newline linebreak mkbibquote mkbibemph "
        + "mkbibitalic mkbibbold mkbibparens mkbibbrackets enquote hat tilde bar vec dot overline widehat widetilde " +
        "uppercase lowercase url href footnote thanks title acro acl ac gls Gls bfseries itshape large Large small " +
        "le leq leqslant ge geq geqslant ne neq ll gg approx sim simeq cong equiv propto to rightarrow longrightarrow Rightarrow "
        + "leftarrow Leftarrow " +
        "leftrightarrow Leftrightarrow mapsto in notin subset subseteq supset cup cap setminus cdot cdots ldots dots pm mp circ bullet "
        + "dagger ddagger prime " +
        "wedge vee neg forall exists langle rangle mid vert Vert colon textendash textemdash textquoteleft textquoteright "
        + "textquotedblleft textquotedblright " +
        "textregistered texttrademark copyright degree textdegree top bot perp c v u H r k d b t").Split(' '));

    public static string Strip(string title)
    {
        if (title.Contains('&', StringComparison.Ordinal))
        {
            title = WebUtility.HtmlDecode(title).Replace("&", " and ", StringComparison.Ordinal)
                .Replace("\\ and ", " and ", StringComparison.Ordinal);
        }

        return title.Contains('\\', StringComparison.Ordinal) ? WithoutCommands(title) : title;
    }

    private static string WithoutCommands(string title)
    {
        var text = new StringBuilder(title.Length);
        var fraction = -1;
        for (var i = 0; i < title.Length; i++)
        {
            if (title[i] == '\\')
            {
                i = Command(title, i + 1, text, ref fraction) - 1;
            }
            else if (i == fraction)
            {
                text.Append('/');
            }
            else
            {
                text.Append(title[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>Reads the command whose name starts here; returns where the text goes on.</summary>
    private static int Command(string title, int at, StringBuilder text, ref int fraction)
    {
        if (at >= title.Length || !char.IsAsciiLetter(title[at]))
        {
            text.Append(at < title.Length && title[at] is '\\' or ' ' or ',' or ';' or ':' ? " " : at < title.Length
                && title[at] is '#' or '+' ? title[at..(at + 1)] : "");
            return at + 1;
        }

        var end = at;
        while (end < title.Length && char.IsAsciiLetter(title[end]))
        {
            end++;
        }

        var name = title[at..end];
        if (name is "frac" or "tfrac" or "dfrac")
        {
            // Looked for once: a title of nothing but fractions would else be read anew for each of them.
            fraction = fraction >= end ? fraction : title.IndexOf("}{", end, StringComparison.Ordinal) is var found and >= 0 ? found
                : int.MaxValue;
        }
        else if (!Nothing.Contains(name))
        {
            text.Append(Signs.GetValueOrDefault(name, name));
        }

        return end;
    }
}
