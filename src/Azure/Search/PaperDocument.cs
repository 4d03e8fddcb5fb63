using System.Text.Json.Serialization;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Search;

/// <summary>A paper as the index holds it; fields are defined in <see cref="PaperIndexDefinition"/>.</summary>
internal sealed class PaperDocument
{
    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    [JsonPropertyName("title")]
    public string Title { get; set; } = "";

    [JsonPropertyName("abstract")]
    public string Abstract { get; set; } = "";

    [JsonPropertyName("authors")]
    public IList<string> Authors { get; set; } = [];

    [JsonPropertyName("categories")]
    public IList<string> Categories { get; set; } = [];

    [JsonPropertyName("year")]
    public int Year { get; set; }

    [JsonPropertyName("published")]
    public DateTimeOffset? Published { get; set; }

    [JsonPropertyName("firstSeen")]
    public DateTimeOffset FirstSeen { get; set; }

    [JsonPropertyName("hasCode")]
    public bool HasCode { get; set; }

    [JsonPropertyName("arxivId")]
    public string? ArxivId { get; set; }

    [JsonPropertyName("doi")]
    public string? Doi { get; set; }

    [JsonPropertyName("venue")]
    public string? Venue { get; set; }

    [JsonPropertyName("upvotes")]
    public int? Upvotes { get; set; }

    /// <summary>Links as "Kind address", in the paper's order.</summary>
    [JsonPropertyName("links")]
    public IList<string> Links { get; set; } = [];

    public static PaperDocument From(StoredPaper stored)
    {
        var paper = stored.Paper;
        return new PaperDocument
        {
            Id = stored.Id.Value,
            Title = paper.Title,
            Abstract = paper.Abstract,
            Authors = [.. paper.Authors],
            Categories = [.. paper.Categories],
            Year = paper.Published?.Year ?? stored.FirstSeen.Year,
            Published = paper.Published is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null,
            FirstSeen = stored.FirstSeen,
            HasCode = paper.CodeUrl is not null,
            ArxivId = paper.ArxivId,
            Doi = paper.Doi,
            Venue = paper.Venue,
            Upvotes = paper.Upvotes,
            Links = [.. paper.Links.Select(l => $"{l.Kind} {l.Url}")],
        };
    }

    public Paper ToPaper() => new()
    {
        Title = Title,
        Abstract = Abstract,
        Authors = [.. Authors],
        Categories = [.. Categories],
        Published = Published is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
        ArxivId = ArxivId,
        Doi = Doi,
        Venue = Venue,
        Upvotes = Upvotes,
        Links = [.. Links.Select(ToLink).OfType<PaperLink>()],
    };

    private static PaperLink? ToLink(string text) =>
        text.Split(' ', 2) is [var kind, var url] && Enum.TryParse<LinkKind>(kind, out var known) ? new PaperLink(known, url) : null;
}
