using PaperFunctions.Formats.Text;

namespace PaperFunctions.Formats.Fields;

/// <summary>The text of one field for reading.</summary>
internal static class FieldText
{
    /// <summary>The text for reading, and the source's own where that differs by more than white space.</summary>
    /// <param name="raw">As in the source, entities of the format itself decoded.</param>
    /// <param name="tex">True where the text is TeX throughout, so that its braces only group.</param>
    public static (string Text, string? Original) Read(string? raw, bool tex = false)
    {
        if (string.IsNullOrEmpty(raw))
        {
            return ("", null);
        }

        var text = tex ? ReadableText.FromTex(raw) : ReadableText.From(raw);
        return (text, ReadableText.Original(raw, text));
    }

    /// <summary>The text on one line, read no further.</summary>
    public static string Line(string? raw) => string.IsNullOrEmpty(raw) ? "" : OneLine.Of(raw);
}
