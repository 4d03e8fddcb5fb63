using System.Text.RegularExpressions;
using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;

namespace PaperFunctions.Benchmarks.Background;

/// <summary>Acronyms that papers define, "graph neural network (GNN)", by the rule of Schwartz and Hearst 2003
/// (doi:10.1142/9789812776303_0042).</summary>
internal static partial class AcronymMiner
{
    private const int MinPapers = 6;
    private const int MaxPairs = 4_000;

    /// <summary>A long form that has less than this share of its acronym's papers is a chance meaning or a slip.</summary>
    private const double MinShare = 0.05;

    public static Acronyms Mine(IReadOnlyList<Paper> papers)
    {
        var counts = new Dictionary<(string Short, string Key), Dictionary<string, int>>();
        foreach (var pair in papers.SelectMany(p => In(p.Abstract).Distinct()))
        {
            var key = (pair.Short, Acronyms.KeyOf(pair.Long));
            var forms = counts.TryGetValue(key, out var known) ? known : counts[key] = new(StringComparer.Ordinal);
            forms[pair.Long] = forms.GetValueOrDefault(pair.Long) + 1;
        }

        var all = counts.GroupBy(c => c.Key.Short, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Value.Values.Sum()), StringComparer.Ordinal);
        return new Acronyms([.. counts
            .Select(c => (c.Key.Short, Long: c.Value.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal)
                .First().Key, Papers: c.Value.Values.Sum()))
            .Where(p => p.Papers >= Math.Max(MinPapers, MinShare * all[p.Short]))
            .OrderByDescending(p => p.Papers).ThenBy(p => p.Short, StringComparer.Ordinal).ThenBy(p => p.Long, StringComparer.Ordinal)
            .Take(MaxPairs)]);
    }

    /// <summary>Acronyms in brackets with the words before them that they stand for, both in lower case.</summary>
    private static IEnumerable<(string Short, string Long)> In(string text)
    {
        foreach (Match match in Bracketed().Matches(text))
        {
            var acronym = Acronyms.Singular(match.Groups["acronym"].Value);
            string[] words = text[Math.Max(0, match.Index - 120)..match.Index].Split([' ', ',', ';', ':', '.', '(', ')', '"', '\''],
                StringSplitOptions.RemoveEmptyEntries);
            if (acronym.Length is >= 2 and <= 8 && match.Groups["acronym"].Value.Count(char.IsUpper) >= 2
                && LongForm(acronym, words) is { } phrase)
            {
                yield return (acronym, phrase);
            }
        }
    }

    /// <summary>The fewest words whose letters, read backwards, give the acronym, its first letter at
    /// the start of a word; hyphens start none.</summary>
    private static string? LongForm(string acronym, string[] before)
    {
        var words = before[^Math.Min(before.Length, Math.Min(acronym.Length + 5, acronym.Length * 2))..];
        var text = string.Join(' ', words).ToLowerInvariant();
        var at = text.Length;
        for (var i = acronym.Length - 1; i >= 0; i--)
        {
            do
            {
                at--;
            }
            while (at >= 0 && (text[at] != acronym[i] || (i == 0 && at > 0 && text[at - 1] != ' ')));

            if (at < 0)
            {
                return null;
            }
        }

        var found = text[at..];
        var several = found.AsSpan().IndexOfAny(' ', '-') > 0;
        return several && found.Length > acronym.Length + 2 && !found.Contains(acronym, StringComparison.Ordinal) ? found : null;
    }

    [GeneratedRegex(@"\((?<acronym>[A-Za-z][A-Za-z0-9-]{1,8})\)", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();
}
