using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Json;

/// <summary>A table that pandas wrote as JSON column by column, or as names and rows: <c>to_json(orient="columns")</c>,
/// <c>orient="index"</c> and <c>"records"</c> are read as <c>json</c>.</summary>
/// <remarks>A row is spread over the whole file, so the file is held in memory, within a bound.</remarks>
public sealed partial class FrameJson : IDigestFormat
{
    private const int MaxBytes = 64 << 20;

    public string Name => "json-columns";

    public bool HoldsOnlyPapers => false;

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head)
    {
        var isSplit = Split().IsMatch(head.Text);
        var names = isSplit || ByColumn().IsMatch(head.Text) ? ColumnsIn(head.Text, isSplit) : [];
        return names.Contains(Column.Title) && names.Count > 1 ? 0.95 : 0;
    }

    public bool SpeaksOfPapers(DigestHead head) => ColumnsIn(head.Text, Split().IsMatch(head.Text)).Count > 1;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(ParseAsync(content, cancellationToken), RowPaper.DescribeRow, cancellationToken);

    private static async IAsyncEnumerable<Parsed<Row>> ParseAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var utf8 = TextInput.AsUtf8(content);
        if (await BoundedBytes.ReadAsync(utf8, MaxBytes, cancellationToken) is not { } bytes)
        {
            yield return new Problem(0,
                $"A table in columns is read as a whole, up to {MaxBytes >> 20} MiB, and this one is larger. Save it with "
                + "orient=\"records\".");
            yield break;
        }

        var (document, problem) = Parse(bytes);
        if (document is null)
        {
            yield return problem!;
            yield break;
        }

        using (document)
        {
            var (names, rows) = FrameRows.Of(document.RootElement);
            if (names.Where(name => ColumnNames.Find(name) is null).ToList() is { Count: > 0 } unused)
            {
                yield return UnusedNames.Of(unused);
            }

            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new(row, 1);
            }
        }
    }

    private static (JsonDocument? Document, Problem? Problem) Parse(ReadOnlyMemory<byte> content)
    {
        var bytes = content.ToArray();
        JsonEscapes.Mend(bytes);
        try
        {
            return (JsonDocument.Parse(bytes), null);
        }
        catch (JsonException e)
        {
            var line = (int)Math.Min((e.LineNumber ?? 0) + 1, int.MaxValue);
            return (null,
                new Problem(line,
                    "The JSON is broken here. Its rows are spread over the whole file, so none could be read. Write the file again, with "
                    + "orient=\"records\"."));
        }
    }

    /// <summary>The kinds of the columns that the start of the file names.</summary>
    private static HashSet<Column> ColumnsIn(string head, bool isSplit)
    {
        var text = isSplit && head.IndexOf(']', StringComparison.Ordinal) is var end and > 0 ? head[..end] : head;
        return [.. (isSplit ? Word() : Opening()).Matches(text).Take(200)
            .Select(match => ColumnNames.Find(match.Groups["name"].ValueSpan)?.Column).OfType<Column>()];
    }

    [GeneratedRegex(@"^\s*\{\s*""[^""\\]{1,60}""\s*:\s*\{\s*""0""\s*:", RegexOptions.NonBacktracking)]
    private static partial Regex ByColumn();

    [GeneratedRegex(@"^\s*\{\s*""columns""\s*:\s*\[\s*""", RegexOptions.NonBacktracking)]
    private static partial Regex Split();

    [GeneratedRegex(@"""(?<name>[^""\\]{1,60})""\s*:\s*\{\s*""0""\s*:", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex(@"""(?<name>[^""\\]{1,60})""\s*[,\]]?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
