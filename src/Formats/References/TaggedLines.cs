using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>Reads lines that begin with a tag into records.</summary>
/// <param name="Starts">The tag that starts a record.</param>
/// <param name="Ends">The tag that ends one, if there is such a tag; else, in files where nothing starts
/// records, an empty line does.</param>
internal sealed record TaggedLines(TagSyntax Syntax, string Starts, string? Ends)
{
    /// <summary>Tags of the file rather than of a record.</summary>
    public IReadOnlyList<string> OfFile { get; init; } = [];

    /// <summary>Tags whose every line is a value of its own.</summary>
    public IReadOnlyList<string> LineByLine { get; init; } = [];

    public async IAsyncEnumerable<Parsed<TaggedRecord>> ReadAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(content);
        var (record, first, stray, isStarted, afterBlank) = (new TaggedRecord(), 0, false, false, false);
        while (await lines.NextAsync(cancellationToken))
        {
            var text = TextInput.Lenient.GetString(lines.Line);
            if (lines.Cut)
            {
                yield return new Problem(lines.Number, "The line is longer than 1 MiB; its rest was dropped.", LineReader.MaxLine,
                    lines.Offset);
            }

            if (text.AsSpan().IsWhiteSpace())
            {
                afterBlank = true;
                continue;
            }

            (string? tag, int from) = Syntax.Find(lines.Number == 1 ? text.TrimStart('\uFEFF') : text) is var (found, start)
                ? (found, start)
                : (null, 0);
            isStarted |= tag == Starts;
            if (tag is not null && !record.IsEmpty && (tag == Starts || tag == Ends || (afterBlank && Ends is null && !isStarted)))
            {
                yield return new(record, first);
                record = new TaggedRecord();
            }

            afterBlank = false;
            if (tag is null)
            {
                if (record.IsEmpty && !stray)
                {
                    stray = true;
                    yield return new Problem(lines.Number, "The line belongs to no record and was passed over.", 1, lines.Offset);
                }

                record.Continue(text.Trim(), LineByLine);
            }
            else if (tag != Ends && !OfFile.Contains(tag))
            {
                (first, stray) = (record.IsEmpty ? lines.Number : first, false);
                record.Add(tag, text[Math.Min(from, text.Length)..].Trim());
            }
        }

        if (!record.IsEmpty)
        {
            yield return new(record, first, Ends is null
                ? null
                : new Problem(lines.Number, $"The last record has no \"{Ends}\" line; the file may be cut off."));
        }
    }
}
