using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.Json;

/// <summary>Any JSON whose objects have a title: an array of them, an envelope with such an array, groups of
/// them by subject or day; and lines of Markdown about papers in such groups.</summary>
public sealed class JsonTable : IDigestFormat
{
    public string Name => "json";

    public bool HoldsOnlyPapers => false;

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        JsonHead.Read(head) is not { } json ? 0
        : JsonTitles.In(json) ? json is { IsObject: true, Roots: > 1 } ? 0.5 : 0.8
        : JsonShape.Of(head.Bytes.Span).AreLines ? 0.8 : 0;

    public bool SpeaksOfPapers(DigestHead head) => JsonTitles.SpeakOfPapers(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(UnusedNames.WatchAsync(JsonRecords.ReadAsync(content, cancellationToken), cancellationToken),
            new JsonTableRows().Describe, cancellationToken);
}

/// <summary>The records of one file. A line of text under an arXiv id that stands in several groups is one paper.</summary>
internal sealed class JsonTableRows
{
    private const int MaxIds = 200_000;

    private readonly HashSet<string> _ids = [];

    public bool Describe(JsonRecord record, PaperDraft draft) => !IsRepeated(record) && JsonRow.Describe(record, draft);

    private bool IsRepeated(JsonRecord record) =>
        record.Element.ValueKind == System.Text.Json.JsonValueKind.String && ArxivIds.Parse(record.Key) is { } id
        && (_ids.Contains(id) || (_ids.Count < MaxIds && !_ids.Add(id)));
}

/// <summary>Whether the objects of a JSON file may be papers.</summary>
internal static class JsonTitles
{
    public static bool SpeakOfPapers(DigestHead head) =>
        JsonHead.Read(head) is { } json && (!OtherColumns.Has(json.Names) || PaperDetector.In(head));

    public static bool In(JsonHead json) => json.Names.Any(name => ColumnNames.Find(name) is { Column: Column.Title });
}
