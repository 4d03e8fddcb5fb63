using System.Collections.Frozen;
using AngleSharp.Html.Parser.Tokens;

namespace PaperFunctions.Formats.Html;

/// <summary>What tags mean for the text of a page.</summary>
internal static class HtmlTags
{
    private static readonly FrozenSet<string> Inline = FrozenSet.Create((
        "a abbr b bdi bdo cite code em font i kbd mark nobr q s samp small span strong sub sup tt u var wbr img " +
        "math semantics annotation mrow mi mo mn ms mtext mspace mstyle mfrac msqrt mroot msub msup msubsup mover munder munderover "
        + "mpadded mtable mtr mtd").Split(' '));

    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        "script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "button", "nav", "footer", "head", "title");

    private static readonly FrozenSet<string> OfHead = FrozenSet.Create(
        "title", "meta", "link", "base", "style", "script", "noscript", "template", "head", "html", "object", "bgsound", "basefont");

    /// <summary>Tags within a line; all others part texts.</summary>
    public static bool IsInline(string name) => Inline.Contains(name);

    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    /// <summary>Whether it may stand in the head of a page; any other tag begins the body, also where nothing closed the head.</summary>
    public static bool IsOfHead(string name) => OfHead.Contains(name);

    /// <summary>Whether it holds a record of the page's subject in JSON-LD.</summary>
    public static bool IsRecord(HtmlTagToken tag) =>
        tag.Name == "script" && tag.GetAttribute("type")?.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether what is in it is no text of the page: scripts, menus, and formulas as MathJax and KaTeX draw them.</summary>
    public static bool IsUnread(HtmlTagToken tag) =>
        Unread.Contains(tag.Name) ||
        (tag.Name == "span" && tag.GetAttribute("class") is { } drawn
            && (drawn.StartsWith("MathJax", StringComparison.Ordinal) || drawn == "katex-html"));

    /// <summary>Whether it holds the TeX of a formula: a script of MathJax 2, an annotation in MathML.</summary>
    public static bool IsTex(HtmlTagToken tag) =>
        (tag.Name == "script" && tag.GetAttribute("type") is { } type && type.StartsWith("math/tex", StringComparison.OrdinalIgnoreCase)) ||
        (tag.Name == "annotation" && tag.GetAttribute("encoding") == "application/x-tex");
}
