namespace PaperFunctions.Formats.Shared.Text;

internal sealed partial class TexText
{
    /// <summary>Formulas in a title or an abstract are short; a dollar farther away is another one.</summary>
    private const int MaxMath = 400;

    private void Dollar()
    {
        if (InMath || at == mathEnd)
        {
            at++;
            return;
        }

        var marks = Next == '$' ? 2 : 1;
        var close = MathEnd(at + marks, marks);
        if (close < 0)
        {
            output.Append('$', marks);
            at += marks;
            return;
        }

        at += marks;
        mathEnd = close;
        ReadTo(close);
        at = Math.Max(at, close) + marks;
        mathEnd = -1;
    }

    /// <summary>Where the formula ends that starts here; -1 where the dollar is money.</summary>
    /// <remarks>A formula has no space at its ends and no digit behind it (the rule of Pandoc's Markdown), and reads like one.</remarks>
    private int MathEnd(int start, int marks)
    {
        var length = Math.Min(MaxMath, text.Length - start);
        var close = marks == 2 ? text.IndexOf("$$", start, length, StringComparison.Ordinal) : text.IndexOf('$', start, length);
        while (close > 0 && text[close - 1] == '\\')
        {
            close = close + 1 < start + length ? text.IndexOf('$', close + 1, start + length - close - 1) : -1;
        }

        if (close <= start)
        {
            return -1;
        }

        var after = close + marks < text.Length ? text[close + marks] : ' ';
        var formula = text.AsSpan(start, close - start);
        return marks == 2 || !(char.IsWhiteSpace(formula[^1]) || (char.IsAsciiDigit(after) && char.IsAsciiDigit(formula[0])) || ReadsLikeProse(formula))
            ? close : -1;
    }

    private static bool ReadsLikeProse(ReadOnlySpan<char> formula)
    {
        if (formula.ContainsAny('\\', '^', '_') || formula.ContainsAny('=', '{'))
        {
            return false;
        }

        var letters = 0;
        foreach (var c in formula)
        {
            letters = char.IsAsciiLetter(c) ? letters + 1 : 0;
            if (letters > 3 && formula.Contains(' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Raised and lowered parts; outside of formulas only where braces or digits make it plain.</summary>
    private void Script()
    {
        var raised = text[at] == '^';
        var math = InMath;
        var braced = Next == '{' && GroupEnd(at + 1) > 0;
        if (!math && !braced && !(raised && char.IsAsciiDigit(Next) && (char.IsLetterOrDigit(Before) || Before is ')' or ']')))
        {
            output.Append(text[at++]);
            return;
        }

        at++;
        var part = at >= text.Length ? "" : math || braced ? Argument() : Digits();
        output.Append(part switch
        {
            "" => "",
            "∘" when raised => "°",
            "⊤" when raised => "ᵀ",
            "⋆" or "∗" when raised => "*",
            _ when !raised && !math && !part.All(char.IsAsciiDigit) => "_" + part,
            _ => raised ? ScriptLetters.Super(part) : ScriptLetters.Sub(part),
        });
    }

    private string Digits()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private void Punctuation()
    {
        var c = text[at];
        var twice = Next == c;
        if (InMath)
        {
            output.Append(c == '\'' ? '′' : c == '~' ? ' ' : c);
            at++;
        }
        else if (c == '-' && twice)
        {
            Dashes();
        }
        else if (c is '`' or '\'' && twice)
        {
            output.Append(c == '`' ? '“' : '”');
            openQuotes += c == '`' ? 1 : 0;
            at += 2;
        }
        else if (c == '`' && SingleQuoteEnd() is var end and > 0)
        {
            quoteEnd = end;
            output.Append('‘');
            at++;
        }
        else
        {
            output.Append(c == '~' && IsTie() ? ' ' : c == '\'' && at == quoteEnd ? '’' : c);
            at++;
        }
    }

    private void Dashes()
    {
        var count = 2;
        while (at + count < text.Length && text[at + count] == '-')
        {
            count++;
        }

        var option = char.IsWhiteSpace(Before) && at + count < text.Length && char.IsAsciiLetter(text[at + count]);
        output.Append(count > 3 || (count == 2 && option) ? new string('-', count) : count == 3 ? "—" : "–");
        at += count;
    }

    /// <summary>TeX's unbreakable space: after a word without digits, before a word, a number, a bracket or a command ("~9 %" and "1M~60M" are no ties).</summary>
    private bool IsTie()
    {
        if (!(char.IsLetter(Before) || Before is '.' or ',' or ')' or '}') || !(char.IsLetterOrDigit(Next) || Next is '(' or '[' or '\\' or '$'))
        {
            return false;
        }

        for (var i = at - 1; i >= Math.Max(0, at - 40) && !char.IsWhiteSpace(text[i]); i--)
        {
            if (char.IsDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The apostrophe that closes `a quotation'; -1 where the backtick opens none.</summary>
    private int SingleQuoteEnd()
    {
        var limit = Math.Min(text.Length, at + 120);
        for (var i = at + 1; i < limit && text[i] != '`'; i++)
        {
            if (text[i] == '\'' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
