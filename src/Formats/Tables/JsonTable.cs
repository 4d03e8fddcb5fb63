using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Json;
using PaperFunctions.Formats.Detection;

namespace PaperFunctions.Formats.Tables;

/// <summary>Any JSON whose objects have a title: an array of them, or an envelope with such an array.</summary>
public sealed class JsonTable : IDigestFormat
{
    public string Name => "json";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        JsonHead.Read(head) is { } json && JsonTitles.In(json) ? json is { IsObject: true, Roots: > 1 } ? 0.5 : 0.8 : 0;

    public bool SpeaksOfPapers(DigestHead head) => JsonTitles.SpeakOfPapers(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellation) =>
        Entries.From(JsonRecords.ReadAsync(content, cancellation), JsonRow.Describe, cancellation);
}

/// <summary>Whether the objects of a JSON file may be papers.</summary>
internal static class JsonTitles
{
    public static bool SpeakOfPapers(DigestHead head) => JsonHead.Read(head) is { } json && (!OtherColumns.Has(json.Names) || PaperDetector.In(head));

    public static bool In(JsonHead json) => json.Names.Any(name => ColumnNames.Find(name) is { Column: Column.Title });
}
