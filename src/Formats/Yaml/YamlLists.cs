using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Json;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Yaml;

/// <summary>YAML lists of papers, as people keep them for their web pages: <c>publications.yml</c>, <c>papers.yaml</c>.</summary>
/// <remarks>Anchors may name what comes later, so the file is held in memory, within a bound.</remarks>
public sealed class YamlLists : IDigestFormat
{
    private const int MaxBytes = 16 << 20;

    public string Name => "yaml";

    public bool HoldsOnlyPapers => false;

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => TextHead.Score(head.Text, YamlHead.Read(head.Text)?.Confidence ?? 0);

    public bool SpeaksOfPapers(DigestHead head) => YamlHead.Read(head.Text) is { SpeaksOfPapers: true } || PaperDetector.In(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(UnusedNames.WatchAsync(ParseAsync(content, cancellationToken), cancellationToken), JsonRow.Describe,
            cancellationToken);

    private static async IAsyncEnumerable<Parsed<JsonRecord>> ParseAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await BoundedBytes.ReadAsync(content, MaxBytes, cancellationToken) is not { } bytes)
        {
            yield return new Problem(0,
                $"A YAML file is read as a whole, up to {MaxBytes >> 20} MiB, and this one is larger. Split it, or save it as JSON.");
            yield break;
        }

        var text = TextInput.Lenient.GetString(bytes.Span);
        if (YamlHead.IsCitationFile(text))
        {
            yield return new Problem(1,
                "This is a CITATION.cff, which says how to cite one work. It is not read: drop the list of papers, not the description "
                + "of a work.", 1);
            yield break;
        }

        var (roots, problem) = YamlTree.Read(new StringReader(text));
        var writer = new YamlJson();
        foreach (var record in YamlRecords.Of(roots))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var document = writer.Document(record.Map);
            yield return document is null
                ? new Problem(record.Map.Line,
                    "The aliases (\"*name\") in this entry stand for more than a paper has, and it was left out. Write it without aliases.")
                : new Parsed<JsonRecord>(new JsonRecord(document.RootElement, record.Key, record.Group), record.Map.Line);
        }

        if (problem is not null)
        {
            yield return problem;
        }
    }
}
