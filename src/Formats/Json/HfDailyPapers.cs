using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Json;

/// <summary>What https://huggingface.co/api/daily_papers answers: an array of objects that hold a paper each.</summary>
public sealed class HfDailyPapers : IDigestFormat
{
    public string Name => "hf-daily-papers";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        JsonHead.Read(head) is { } json && json.Has("paper", "id", "title")
            && json.HasAny("upvotes", "submittedOnDailyAt", "numComments", "submittedBy", "thumbnail") ? 0.97 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(JsonRecords.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(JsonRecord record, PaperDraft draft)
    {
        var outer = record.Element;
        var paper = outer.At("paper") is { ValueKind: JsonValueKind.Object } inner ? inner : outer;
        draft.Title = paper.Text("title") ?? outer.Text("title");
        draft.Abstract = paper.Text("summary") ?? outer.Text("summary");
        draft.Published = Dates.Parse(paper.Text("publishedAt") ?? outer.Text("publishedAt"));
        draft.Upvotes = paper.At("upvotes").Number() ?? outer.At("upvotes").Number();
        draft.Ids = draft.Ids.With(ArxivIds.Parse(paper.Text("id")), null);
        draft.AddAuthors(paper.At("authors").Items().Where(author => author.At("hidden").ValueKind != JsonValueKind.True)
            .Select(author => Names.One(author.Text())));
        draft.AddLink(paper.Text("githubRepo"), LinkKind.Code);
        draft.AddLink(paper.Text("projectPage"), LinkKind.Project);
        return true;
    }
}
