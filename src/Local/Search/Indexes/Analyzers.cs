using System.Text.RegularExpressions;

namespace PaperFunctions.Local.Search.Indexes;

/// <summary>How the text of a field is cut into terms; each kind but Keyword is one FTS5 table with one tokenizer.</summary>
internal enum TextKind
{
    Plain,
    Folded,
    English,
    EnglishFolded,
    Whitespace,
    Keyword,
}

/// <summary>The service's analyzers, each mapped to the FTS5 tokenizer that is nearest.</summary>
internal static partial class Analyzers
{
    /// <summary>Words that Lucene's English analyzer drops.</summary>
    private static readonly HashSet<string> EnglishStopWords = new(
        ("a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string name, IndexDefinition index) =>
        name is "keyword" or "pattern" or "simple" or "stop" or "whitespace" or "standard.lucene" or "standardasciifolding.lucene"
        || LanguageAnalyzer().IsMatch(name) || Custom(name, index) is not null;

    public static TextKind KindOf(FieldDefinition field, IndexDefinition index)
    {
        var name = field.Analyzer ?? field.IndexAnalyzer ?? "standard.lucene";
        if (Custom(name, index) is { } filters)
        {
            var folds = filters.Contains("asciifolding");
            var stems = filters.Any(filter => filter.Contains("stem", StringComparison.Ordinal) || filter.Contains("snowball", StringComparison.Ordinal));
            return stems ? (folds ? TextKind.EnglishFolded : TextKind.English) : folds ? TextKind.Folded : TextKind.Plain;
        }

        return name switch
        {
            "keyword" => TextKind.Keyword,
            "whitespace" => TextKind.Whitespace,
            "standardasciifolding.lucene" => TextKind.Folded,
            "en.lucene" or "en.microsoft" => TextKind.English,
            _ => TextKind.Plain,
        };
    }

    /// <summary>The tokenizer's definition for <c>CREATE VIRTUAL TABLE</c>.</summary>
    public static string Tokenizer(TextKind kind) => kind switch
    {
        TextKind.Folded => "unicode61 remove_diacritics 2",
        TextKind.English => "porter unicode61 remove_diacritics 0",
        TextKind.EnglishFolded => "porter unicode61 remove_diacritics 2",
        TextKind.Whitespace => "unicode61 remove_diacritics 0 categories ''L* N* Co P* S* M*''",
        _ => "unicode61 remove_diacritics 0",
    };

    public static bool IsStopWord(string word, TextKind kind) =>
        kind is TextKind.English or TextKind.EnglishFolded && EnglishStopWords.Contains(word);

    /// <summary>The token filters of an analyzer that the index defines itself; null when it defines none of that name.</summary>
    private static IReadOnlyList<string>? Custom(string name, IndexDefinition index) =>
        (index.Json["analyzers"]?.AsArray() ?? [])
            .Where(analyzer => analyzer?["name"]?.GetValue<string>() == name)
            .Select(analyzer => (IReadOnlyList<string>)(analyzer!["tokenFilters"]?.AsArray().Select(node => node?.GetValue<string>() ?? "").ToList() ?? []))
            .FirstOrDefault();

    [GeneratedRegex(@"^(?:ar|bg|bn|ca|cs|da|de|el|en|es|et|eu|fa|fi|fr|ga|gl|gu|he|hi|hr|hu|hy|id|is|it|ja|kn|ko|lt|lv|ml|mr|ms|nb|nl|no|pa|pl|pt-(?:BR|PT|Br|Pt)|ro|ru|sk|sl|sr-(?:cyrillic|latin)|sv|ta|te|th|tr|uk|ur|vi|zh-Han[st])\.(?:lucene|microsoft)$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageAnalyzer();
}
