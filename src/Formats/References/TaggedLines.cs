using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Input;
using PaperFunctions.Formats.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>Reads lines of the form <c>TAG - value</c> into records.</summary>
/// <param name="TagLength">Characters of the longest tag.</param>
/// <param name="Starts">The tag that starts a record.</param>
/// <param name="Ends">The tag that ends one, if there is such a tag.</param>
/// <param name="EndsAtBlankLine">Whether an empty line ends a record.</param>
internal sealed record TaggedLines(int TagLength, string Starts, string? Ends, bool EndsAtBlankLine)
{
    public async IAsyncEnumerable<Parsed<TaggedRecord>> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new LineReader(content);
        var (record, first, stray) = (new TaggedRecord(), 0, false);
        while (await lines.NextAsync(cancellation))
        {
            var text = TextInput.Lenient.GetString(lines.Line);
            var tag = Tag(text);
            if (lines.Cut)
            {
                yield return new Problem(lines.Number, "The line is longer than 1 MiB; its rest was dropped.", LineReader.MaxLine, lines.Offset);
            }

            if ((tag == Starts || (EndsAtBlankLine && text.AsSpan().IsWhiteSpace())) && !record.IsEmpty)
            {
                yield return new(record, first);
                record = new TaggedRecord();
            }

            if (tag is not null && tag == Ends)
            {
                if (!record.IsEmpty)
                {
                    yield return new(record, first);
                    record = new TaggedRecord();
                }
            }
            else if (tag is not null)
            {
                (first, stray) = (record.IsEmpty ? lines.Number : first, false);
                record.Add(tag, Value(text));
            }
            else if (!text.AsSpan().IsWhiteSpace())
            {
                if (record.IsEmpty && !stray)
                {
                    stray = true;
                    yield return new Problem(lines.Number, "The line belongs to no record and was passed over.", 1, lines.Offset);
                }

                record.Continue(text.Trim());
            }
        }

        if (!record.IsEmpty)
        {
            yield return new(record, first, Ends is null ? null : new Problem(lines.Number, $"The last record has no \"{Ends}\" line; the file may be cut off."));
        }
    }

    /// <summary>The tag in front of the dash; null where the line has none.</summary>
    private string? Tag(string line)
    {
        var dash = line.AsSpan(0, Math.Min(line.Length, TagLength + 4)).IndexOf('-');
        var tag = dash < 0 ? "" : line.AsSpan(0, dash).TrimEnd(' ').ToString();
        var spaced = dash >= 0 && (dash + 1 == line.Length || char.IsWhiteSpace(line[dash + 1]));
        return spaced && tag.Length >= 2 && tag.Length <= TagLength && char.IsAsciiLetterUpper(tag[0]) && tag.All(char.IsAsciiLetterOrDigit) ? tag : null;
    }

    private static string Value(string line) => line[(line.IndexOf('-', StringComparison.Ordinal) + 1)..].Trim();
}
