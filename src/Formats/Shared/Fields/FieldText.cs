using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Fields;

/// <summary>The text of one field for reading.</summary>
internal static partial class FieldText
{
    /// <summary>The text for reading, and the source's own where that differs by more than white space.</summary>
    /// <param name="raw">As in the source, entities of the format itself decoded.</param>
    /// <param name="tex">True if the text is TeX throughout, so that its braces only group.</param>
    public static (string Text, string? Original) Read(string? raw, bool tex = false)
    {
        if (string.IsNullOrEmpty(raw))
        {
            return ("", null);
        }

        var text = tex ? ReadableText.FromTex(raw) : ReadableText.From(raw);
        return (text, ReadableText.Original(raw, text));
    }

    /// <summary>As <see cref="Read"/>, without the word "Abstract" that some sources begin with.</summary>
    public static (string Text, string? Original) ReadAbstract(string? raw, bool tex = false)
    {
        var (text, original) = Read(raw, tex);
        if (text.Length > 8 && Heading().IsMatch(raw!))
        {
            return (text[8..].TrimStart(':', '.', ' '), original ?? raw);
        }

        return AbstractLabel().Match(text) is { Success: true } label ? (text[label.Length..], original ?? raw) : (text, original);
    }

    /// <summary>The word on a line of its own or in an element of its own, as JATS has it.</summary>
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^\s{0,200}(?:<[^<>]{1,40}>\s{0,20}){0,3}abstract\s?[:.]?[ \t]{0,20}(?:</[^<>]{1,40}>|\r?\n)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    /// <summary>Punctuation after it, or the start of a sentence: "Abstract interpretation" is a subject.</summary>
    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"^(?:(?i:abstract|a b s t r a c t|summary|zusammenfassung)(?:\s?[:.]|\s?[—–-](?=\s)|\s?—)\s*|" +
        @"(?i:abstract)\s+(?=(?:We|The|This|These|In|Our|An?|It|To|Here|Background|Motivation|Objectives?|Purpose|Aims?|Introduction|" +
        @"Context|Recent|Despite|While|Although|As|For|With|By|On|There|Many|Most)\b))(?=\S)")]
    private static partial Regex AbstractLabel();

    /// <summary>The text on one line, read no further.</summary>
    public static string Line(string? raw) => string.IsNullOrEmpty(raw) ? "" : OneLine.Of(raw);
}
