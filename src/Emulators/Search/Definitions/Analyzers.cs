namespace PaperFunctions.Emulators.Search.Definitions;

/// <summary>How the text of a field is cut into terms. Each kind but Keyword is one FTS5 table with its own tokenizer.</summary>
internal enum TextKind
{
    Plain,
    English,
    Keyword,
}

/// <summary>The service's analyzers, each mapped to the nearest FTS5 tokenizer.</summary>
internal static class Analyzers
{
    /// <summary>Words that Lucene's English analyzer drops.</summary>
    private static readonly HashSet<string> EnglishStopWords = new(
        ("a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was "
            + "will with").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SearchRequestException">The emulator does not know the analyzer.</exception>
    public static TextKind KindOf(FieldDefinition field) => field.Analyzer switch
    {
        null or "standard.lucene" => TextKind.Plain,
        "en.lucene" => TextKind.English,
        "keyword" => TextKind.Keyword,
        var other => throw SearchRequestException.Invalid(
            "index", $"The field '{field.Name}' has the analyzer '{other}'. This emulator knows standard.lucene, en.lucene and keyword."),
    };

    /// <summary>The tokenizer's definition for <c>CREATE VIRTUAL TABLE</c>.</summary>
    public static string Tokenizer(TextKind kind) =>
        kind == TextKind.English ? "porter unicode61 remove_diacritics 0" : "unicode61 remove_diacritics 0";

    public static bool IsStopWord(string word, TextKind kind) => kind == TextKind.English && EnglishStopWords.Contains(word);
}
