using Microsoft.Data.Sqlite;
using PaperFunctions.Local.Search.Indexes;
using PaperFunctions.Local.Search.Query;

namespace PaperFunctions.Local.Search.Suggest;

/// <summary>What a typed word may stand for: itself or, when the request is fuzzy, any term one edit away.</summary>
internal static class FuzzyWords
{
    /// <summary>FTS5 phrases for each word typed; the last word is a beginning.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Alternatives(SqliteConnection connection, TypedText typed)
    {
        var terms = typed.Fuzzy ? IndexSchema.Strings(connection, $"SELECT DISTINCT term FROM {IndexSchema.SuggestTerms}") : [];
        return [.. typed.Words.Select((word, i) => Alternatives(word, i == typed.Words.Count - 1, terms))];
    }

    /// <summary>All terms that begin with the word or with something one edit away from it.</summary>
    public static IEnumerable<string> Beginnings(SqliteConnection connection, string word) =>
        IndexSchema.Strings(connection, $"SELECT DISTINCT term FROM {IndexSchema.SuggestTerms}")
            .Where(term => Begins(word, term, fuzzy: true));

    public static bool Begins(string word, string term, bool fuzzy) => term.StartsWith(word, StringComparison.Ordinal) || (fuzzy && BeginsNear(word, term));

    /// <summary>True where one insertion, deletion, substitution or swap at most turns one text into the other.</summary>
    public static bool IsNear(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length <= 1;
        }

        return a[1..].SequenceEqual(b) || a.SequenceEqual(b[1..]) || a[1..].SequenceEqual(b[1..])
            || (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
    }

    private static IReadOnlyList<string> Alternatives(string word, bool beginning, List<string> terms)
    {
        var near = terms.Where(term => IsNear(word, term) || (beginning && BeginsNear(word, term))).Select(FtsText.Quote);
        return [FtsText.Quote(word) + (beginning ? "*" : ""), .. near];
    }

    private static bool BeginsNear(string word, string term) =>
        Enumerable.Range(word.Length - 1, 3).Any(length => length > 0 && length <= term.Length && IsNear(word, term.AsSpan(0, length)));
}
