namespace PaperFunctions.Formats.Html;

/// <summary>A piece of a page in the order of reading.</summary>
/// <param name="Text">Its text on one line; for a link its words.</param>
/// <param name="Href">Where it leads, as written.</param>
/// <param name="Line">From 1.</param>
/// <param name="GoesOn">Only a line break parts it from the text before.</param>
internal readonly record struct HtmlBlock(HtmlBlockKind Kind, string Text, string? Href, int Line, bool GoesOn = false);

internal enum HtmlBlockKind
{
    CardStart,
    CardEnd,

    /// <summary>A line across the page.</summary>
    Rule,
    Heading,
    Text,
    Link,

    /// <summary>The data that a page's script starts with, as JSON.</summary>
    Data,
}
