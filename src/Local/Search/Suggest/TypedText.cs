using PaperFunctions.Local.Search.Indexes;
using PaperFunctions.Local.Search.Query;

namespace PaperFunctions.Local.Search.Suggest;

/// <summary>What suggestions and completions have in common: the text being typed, the suggester, its fields, the size.</summary>
internal sealed class TypedText
{
    private const int MaxLength = 100;
    private const int DefaultTop = 5;

    public TypedText(IndexDefinition index, QueryParameters parameters)
    {
        var text = parameters.Text("search") ?? "";
        if (text.Length is < 1 or > MaxLength)
        {
            throw SearchRequestException.Parameter("search", $"Search text must be between 1 and {MaxLength} characters.", "InvalidSuggestQuery");
        }

        var name = parameters.Text("suggesterName") ?? "";
        if (name.Length == 0)
        {
            throw SearchRequestException.Parameter("suggesterName", "Cannot find fields enabled for suggestions. Please provide a value for 'suggesterName' in the query.", "MissingSuggesterName");
        }

        if (index.Suggester?.Name != name)
        {
            throw SearchRequestException.Parameter("name", $"The specified suggester name '{name}' does not exist in this index definition.", "UnknownSuggester");
        }

        Text = text;
        Words = [.. FtsText.Words(text).Select(word => word.ToLowerInvariant())];
        Fields = parameters.Fields("searchFields", [.. index.Suggester.SourceFields.Select(field => index.Find(field)!)], "a source field of the suggester");
        Top = parameters.Whole("top", 1, MaxLength) ?? DefaultTop;
        Fuzzy = parameters.Flag("fuzzy");
        if (parameters.Text("highlightPreTag") is { } pre && parameters.Text("highlightPostTag") is { } post)
        {
            Tags = (pre, post);
        }
    }

    public string Text { get; }

    /// <summary>The words typed, in lower case; the last one may go on.</summary>
    public IReadOnlyList<string> Words { get; }

    public IReadOnlyList<FieldDefinition> Fields { get; }

    public int Top { get; }

    public bool Fuzzy { get; }

    /// <summary>Null: without marks, as the service does unless both tags are given.</summary>
    public (string Pre, string Post)? Tags { get; }
}
