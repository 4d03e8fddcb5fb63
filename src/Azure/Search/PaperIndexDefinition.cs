using Azure.Search.Documents.Indexes.Models;

namespace PaperFunctions.Azure.Search;

/// <summary>The index of papers: fields, analyzers, suggester, scoring, and semantic configuration as an option.</summary>
internal static class PaperIndexDefinition
{
    public const string Suggester = "titles";
    public const string ScoringProfile = "fresh";
    public const string SemanticConfiguration = "papers";

    /// <summary>A paper seen today scores up to this many times one seen at the end of the boosting period.</summary>
    private const double FreshnessBoost = 2;

    private static readonly TimeSpan FreshnessPeriod = TimeSpan.FromDays(30);

    public static SearchIndex Create(string name, bool semantic)
    {
        var index = new SearchIndex(name)
        {
            Fields = Fields(),
            DefaultScoringProfile = ScoringProfile,
        };
        index.Suggesters.Add(new SearchSuggester(Suggester, "title", "authors"));
        index.ScoringProfiles.Add(Freshness());
        if (semantic)
        {
            index.SemanticSearch = Semantics();
        }

        return index;
    }

    private static IList<SearchField> Fields() =>
    [
        new SimpleField("id", SearchFieldDataType.String) { IsKey = true, IsFilterable = true },

        // The suggester asks for the analyzer of the field that it reads; English stemming would complete stems, not words.
        new SearchableField("title") { AnalyzerName = LexicalAnalyzerName.StandardLucene, IsSortable = true },
        new SearchableField("abstract") { AnalyzerName = LexicalAnalyzerName.EnLucene },
        new SearchableField("authors", collection: true) { AnalyzerName = LexicalAnalyzerName.StandardLucene, IsFilterable = true },
        new SearchableField(
            "categories", collection: true) { AnalyzerName = LexicalAnalyzerName.Keyword, IsFilterable = true, IsFacetable = true },
        new SimpleField("year", SearchFieldDataType.Int32) { IsFilterable = true, IsFacetable = true, IsSortable = true },
        new SimpleField("published", SearchFieldDataType.DateTimeOffset) { IsFilterable = true, IsSortable = true },
        new SimpleField("firstSeen", SearchFieldDataType.DateTimeOffset) { IsFilterable = true, IsSortable = true },
        new SimpleField("hasCode", SearchFieldDataType.Boolean) { IsFilterable = true, IsFacetable = true },
        new SimpleField("arxivId", SearchFieldDataType.String) { IsFilterable = true },
        new SimpleField("doi", SearchFieldDataType.String) { IsFilterable = true },
        new SearchableField("venue") { IsFilterable = true },
        new SimpleField("upvotes", SearchFieldDataType.Int32) { IsFilterable = true, IsSortable = true },
        new SimpleField("links", SearchFieldDataType.Collection(SearchFieldDataType.String)),
    ];

    private static ScoringProfile Freshness()
    {
        var profile = new ScoringProfile(ScoringProfile)
        {
            TextWeights = new TextWeights(new Dictionary<string, double> { ["title"] = 3, ["authors"] = 2, ["abstract"] = 1 }),
            FunctionAggregation = ScoringFunctionAggregation.Sum,
        };
        profile.Functions.Add(new FreshnessScoringFunction("firstSeen", FreshnessBoost, new FreshnessScoringParameters(FreshnessPeriod))
        {
            Interpolation = ScoringFunctionInterpolation.Quadratic,
        });
        return profile;
    }

    private static SemanticSearch Semantics()
    {
        var fields = new SemanticPrioritizedFields { TitleField = new SemanticField("title") };
        fields.ContentFields.Add(new SemanticField("abstract"));
        fields.KeywordsFields.Add(new SemanticField("categories"));
        var semantics = new SemanticSearch { DefaultConfigurationName = SemanticConfiguration };
        semantics.Configurations.Add(new SemanticConfiguration(SemanticConfiguration, fields));
        return semantics;
    }
}
