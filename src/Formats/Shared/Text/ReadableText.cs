using System.Buffers;

namespace PaperFunctions.Formats.Shared.Text;

/// <summary>Text for reading: one line, Unicode, without entities, tags, TeX or stray white space.</summary>
public static class ReadableText
{
    /// <summary>Longer texts are taken as they are, but for white space: no abstract has this many characters.</summary>
    private const int MaxLength = 256 * 1024;

    private static readonly SearchValues<char> Marks = SearchValues.Create("&<\\$`^~{}_");

    /// <summary>The text without what was there for a machine; the same object where there is nothing to change.</summary>
    /// <remarks>Braces and underscores of plain text stay, those of TeX go. Addresses are left alone.
    /// Doing it twice changes nothing more.</remarks>
    public static string From(string raw) => Read(raw, false);

    /// <summary>As <see cref="From"/>, for text that is TeX throughout (BibTeX): all grouping braces go.</summary>
    public static string FromTex(string raw) => Read(raw, true);

    /// <summary>What to keep beside the readable text: the raw one, where reading changed more than white space; else null.</summary>
    public static string? Original(string raw, string readable) =>
        ReferenceEquals(raw, readable) || OneLine.Of(raw) == readable ? null : raw;

    private static string Read(string raw, bool tex)
    {
        var text = raw;
        if (text.Length <= MaxLength && (text.AsSpan().ContainsAny(Marks) || HasPairs(text)))
        {
            text = TexText.Read(HtmlRemains.Read(text), tex);
            text = tex ? HtmlRemains.Read(text) : text; // Mendeley writes tags as {\textless}i{\textgreater}
        }

        return OneLine.Of(text);
    }

    private static bool HasPairs(string text) =>
        text.Contains("--", StringComparison.Ordinal) || text.Contains("''", StringComparison.Ordinal);
}
