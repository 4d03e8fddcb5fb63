using System.Net;
using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Text;

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

        text = Unread().Replace(text, " ");
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

    [GeneratedRegex("&(?:amp|lt|gt|quot|nbsp|#[0-9]{2,7}|#x[0-9a-f]{2,6});", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();

    [GeneratedRegex("<!--.{0,2000}?-->|<(?<name>script|style|tex-math|jats:tex-math)\\b[^>]{0,200}>.{0,4000}?</\\k<name>\\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Unread();

    [GeneratedRegex("<(?:jats:)?(?<kind>sub|sup)>(?<text>[^<>]{1,20})</(?:jats:)?\\k<kind>>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Scripts();

    [GeneratedRegex("</?(?:jats:)?(?:p|br|div|li|ul|ol|dl|dt|dd|h[1-6]|hr|table|tbody|thead|tr|td|th|sec|title|list|list-item|disp-formula|blockquote|pre)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex("</?(?:jats:[a-z-]+|mml:[a-z-]+|a|abbr|b|bdi|big|bold|cite|code|del|em|ext-link|font|i|inline-formula|ins|italic|kbd|mark|math|mi|mn|mo|mrow|mstyle|msub|msup|msubsup|mtext|monospace|q|s|samp|sc|small|span|strong|sub|sup|tt|u|underline|var|wbr|xref|img)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
