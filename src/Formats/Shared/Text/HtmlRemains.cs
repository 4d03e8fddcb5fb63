using System.Net;
using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Text;

/// <summary>Entities and tags that a source left in a text that should have none.</summary>
/// <remarks>Only names that HTML, JATS or MathML have are tags: "a &lt;kernel&gt; hint" is text.</remarks>
internal static partial class HtmlRemains
{
    public static string Read(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal))
        {
            text = WebUtility.HtmlDecode(text);
            text = Encoded().IsMatch(text) ? WebUtility.HtmlDecode(text) : text;
        }

        if (!MayHoldTag(text))
        {
            return text;
        }

        text = UnreadParts.Remove(OnlyTex().Replace(text, "${tex}"));
        text = Scripts().Replace(text, m => m.Groups["kind"].ValueSpan.Equals("sub", StringComparison.OrdinalIgnoreCase)
            ? ScriptLetters.Sub(m.Groups["text"].Value) : ScriptLetters.Super(m.Groups["text"].Value));
        text = Block().Replace(text, " ");
        return Inline().Replace(text, "");
    }

    /// <summary>Most of these signs are of formulas: "p &lt; 0.05".</summary>
    private static bool MayHoldTag(string text)
    {
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!')
            {
                return true;
            }
        }

        return false;
    }

    [Backtracks(256 << 10, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("&(?:amp|lt|gt|quot|nbsp|#[0-9]{2,7}|#x[0-9a-f]{2,6});", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();

    /// <summary>IEEE gives formulas in TeX alone; elsewhere TeX repeats what MathML says.</summary>
    [Backtracks(256 << 10, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex("<inline-formula>\\s{0,20}<tex-math\\b[^>]{0,200}>(?<tex>[^<\\\\]{0,1000}(?:\\\\(?!documentclass)[^<\\\\]{0,1000}){0,100})</tex-math>\\s{0,20}</inline-formula>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyTex();

    [Backtracks(256 << 10, "It refers back, which NonBacktracking cannot.")]
    [GeneratedRegex("<(?:jats:)?(?<kind>sub|sup)>(?<text>[^<>]{1,20})</(?:jats:)?\\k<kind>>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Scripts();

    [Backtracks(256 << 10, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("</?(?:jats:)?(?:p|br|div|li|ul|ol|dl|dt|dd|h[1-6]|hr|table|tbody|thead|tr|td|th|sec|title|list|list-item|disp-formula|blockquote|pre)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [Backtracks(256 << 10, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("</?(?:jats:[a-z-]+|mml:[a-z-]+|a|abbr|b|bdi|big|bold|cite|code|del|em|ext-link|font|i|inline-formula|ins|italic|kbd|mark|math|mi|mn|mo|mrow|mstyle|msub|msup|msubsup|mtext|monospace|q|s|samp|sc|small|span|strong|sub|sup|tt|u|underline|var|wbr|xref|img)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
