using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Json;

/// <summary>JSON Lines: one object a line, so that a broken line costs no other.</summary>
public sealed class JsonLines : IDigestFormat
{
    /// <summary>So many broken lines, more than sound ones, are no JSON Lines.</summary>
    private const int MaxBroken = 10_000;

    public string Name => "jsonl";

    public bool HoldsOnlyPapers => false;

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        JsonHead.Read(head) is { IsObject: true } json && JsonTitles.In(json) ? json.Roots > 1 ? 0.85 : 0.3 : 0;

    public bool SpeaksOfPapers(DigestHead head) => JsonTitles.SpeakOfPapers(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(UnusedNames.WatchAsync(ParseAsync(content, cancellationToken), cancellationToken), JsonRow.Describe,
            cancellationToken);

    private static async IAsyncEnumerable<Parsed<JsonRecord>> ParseAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(content);
        var (broken, sound) = (0, 0);
        while (await lines.NextAsync(cancellationToken))
        {
            if (lines.Line.Trim(" \t\0"u8).IsEmpty)
            {
                continue;
            }

            var (document, problem) = Parse(lines);
            using (document)
            {
                yield return new(document is null ? null : new JsonRecord(document.RootElement), lines.Number, problem);
            }

            (broken, sound) = document is null ? (broken + 1, sound) : (broken, sound + 1);
            if (broken > MaxBroken && broken > sound)
            {
                yield return new Problem(lines.Number,
                    $"{MaxBroken} lines were no JSON objects; the rest of the file was not read. Put one object on each line.", null,
                    lines.Offset);
                yield break;
            }
        }
    }

    private static (JsonDocument? Document, Problem? Problem) Parse(LineReader lines)
    {
        if (lines.Cut)
        {
            return (null,
                new Problem(lines.Number, "The line is longer than 1 MiB and was passed over. Put one paper on each line.",
                    LineReader.MaxLine, lines.Offset));
        }

        if (!lines.Line.TrimStart(" \t"u8).StartsWith("{"u8))
        {
            return (null, new Problem(lines.Number, "The line is no JSON object and was passed over.", 1, lines.Offset));
        }

        try
        {
            var line = Utf8.IsValid(lines.Line)
                ? lines.Line.ToArray()
                : System.Text.Encoding.UTF8.GetBytes(TextInput.Lenient.GetString(lines.Line));
            new JsonMend().Mend(line, isLast: true);
            JsonEscapes.Mend(line);
            return (JsonDocument.Parse(line, JsonSplitter.DocumentOptions), null);
        }
        catch (JsonException e)
        {
            var column = (int)(e.BytePositionInLine ?? 0);
            return (null,
                new Problem(lines.Number, "The line is no JSON object and was passed over; it breaks off or goes wrong here.", column + 1,
                    lines.Offset + column));
        }
    }
}
