using System.Text.Json.Serialization;
using Azure.Search.Documents.Indexes;
using Azure.Search.Documents.Indexes.Models;

namespace PaperFunctions.LocalTests.Emulators.Search;

/// <summary>A document like those of the papers index; all titles and abstracts are made up.</summary>
public sealed class SamplePaper
{
    [SimpleField(IsKey = true, IsFilterable = true)]
    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    [SearchableField(AnalyzerName = "en.lucene", IsSortable = true)]
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [SearchableField(AnalyzerName = "en.lucene")]
    [JsonPropertyName("abstract")]
    public string? Abstract { get; set; }

    [SearchableField(IsFilterable = true, IsFacetable = true)]
    [JsonPropertyName("authors")]
    public IReadOnlyList<string> Authors { get; set; } = [];

    [SimpleField(IsFilterable = true, IsFacetable = true)]
    [JsonPropertyName("categories")]
    public IReadOnlyList<string> Categories { get; set; } = [];

    [SimpleField(IsFilterable = true, IsSortable = true, IsFacetable = true)]
    [JsonPropertyName("year")]
    public int? Year { get; set; }

    [SimpleField(IsFilterable = true, IsSortable = true, IsFacetable = true)]
    [JsonPropertyName("upvotes")]
    public int? Upvotes { get; set; }

    [SimpleField(IsFilterable = true, IsFacetable = true)]
    [JsonPropertyName("hasCode")]
    public bool? HasCode { get; set; }

    [SimpleField(IsFilterable = true, IsSortable = true, IsFacetable = true)]
    [JsonPropertyName("firstSeen")]
    public DateTimeOffset? FirstSeen { get; set; }

    public static readonly IReadOnlyList<SamplePaper> All =
    [
        new()
        {
            Id = "1", Title = "Sparse attention for long documents", Year = 2024, Upvotes = 5, HasCode = true,
            Abstract = "We study sparse attention. Transformers read long documents slowly. Our sparse patterns keep quality.",
            Authors = ["Ada Example", "Bo Sample"], Categories = ["cs.CL", "cs.LG"], FirstSeen = Day(2024, 3, 14),
        },
        new()
        {
            Id = "2", Title = "Diffusion models paint rooms", Year = 2024, Upvotes = 25, HasCode = false,
            Abstract = "Diffusion models draw indoor scenes. No attention is needed.",
            Authors = ["Bo Sample"], Categories = ["cs.CV"], FirstSeen = Day(2024, 5, 2),
        },
        new()
        {
            Id = "3", Title = "Graph retrieval with language models", Year = 2023, Upvotes = 70, HasCode = true,
            Abstract = "Retrieval over a graph helps a language model answer. The \"two hop\" questions gain most.",
            Authors = ["Cy Müller"], Categories = ["cs.IR", "cs.CL"], FirstSeen = Day(2023, 11, 30),
        },
        new()
        {
            Id = "4", Title = "A survey of robot learning", Year = 2019, Upvotes = null, HasCode = null,
            Abstract = "Robots learn from demonstrations; the survey orders the field.",
            Authors = [], Categories = [], FirstSeen = null,
        },
        new()
        {
            Id = "5", Title = "Long context without attention", Year = 2025, Upvotes = -15, HasCode = true,
            Abstract = "State spaces model long context. They train at scale.",
            Authors = ["Ada Example"], Categories = ["cs.LG"], FirstSeen = DateTimeOffset.UtcNow.AddDays(-1),
        },
    ];

    /// <param name="fresh">Whether recent papers are lifted.</param>
    public static SearchIndex Index(string name = "papers", bool fresh = false) => new(name, new FieldBuilder().Build(typeof(SamplePaper)))
    {
        DefaultScoringProfile = fresh ? "fresh" : null,
        Suggesters = { new SearchSuggester("titles", "title", "authors") },
        ScoringProfiles =
        {
            new ScoringProfile("fresh")
            {
                TextWeights = new TextWeights(new Dictionary<string, double> { ["title"] = 4, ["abstract"] = 1 }),
                Functions = { new FreshnessScoringFunction("firstSeen", 10, new FreshnessScoringParameters(TimeSpan.FromDays(30))) },
            },
        },
    };

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
