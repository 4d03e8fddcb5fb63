using System.Runtime.CompilerServices;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking;

/// <summary>Phrases of two or three words that several titles of the candidates share: topics to offer to who is asked for some.</summary>
public static class TopicPhrases
{
    private const int MostWords = 3;

    /// <summary>Titles that must share a phrase.</summary>
    private const int LeastTitles = 2;

    private const int MostKept = 5_000;

    private static readonly ConditionalWeakTable<CandidateSet, string[]> Known = [];

    /// <summary>Phrases in which a word starts with each word that was typed, most titles first.</summary>
    /// <param name="typed">Empty for the commonest of all.</param>
    public static IReadOnlyList<string> Of(CandidateSet set, string typed, int count)
    {
        var starts = typed.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. Known.GetValue(set, Read).Where(p => IsMeant(p, starts)).Take(count)];
    }

    private static bool IsMeant(string phrase, string[] starts)
    {
        var words = phrase.Split(' ');
        return starts.All(start => words.Any(word => word.StartsWith(start, StringComparison.Ordinal)));
    }

    private static string[] Read(CandidateSet set)
    {
        var titles = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = new TokenList();
        foreach (var paper in set.Papers)
        {
            tokens.Read(paper.Paper);
            foreach (var phrase in PhrasesOf(tokens).Distinct(StringComparer.Ordinal))
            {
                titles[phrase] = titles.GetValueOrDefault(phrase) + 1;
            }
        }

        var within = titles.SelectMany(t => Parts(t.Key).Where(part =>
            titles.GetValueOrDefault(part) == t.Value)).ToHashSet(StringComparer.Ordinal);
        return [.. titles.Where(t => t.Value >= LeastTitles && !within.Contains(t.Key))
            .OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(MostKept).Select(t => t.Key)];
    }

    /// <summary>"state space" and "space models" of "state space models": not offered where no other title has them.</summary>
    private static IEnumerable<string> Parts(string phrase) =>
        phrase.Split(' ') is [var first, var second, var third] ? [$"{first} {second}", $"{second} {third}"] : [];

    private static List<string> PhrasesOf(TokenList tokens)
    {
        var phrases = new List<string>();
        var words = tokens.Tokens;
        for (var first = 0; first < words.Length && words[first].Text == 0; first++)
        {
            for (var last = first + 1; last < words.Length && last < first + MostWords && words[last].Text == 0; last++)
            {
                if (words[last].Kind != TokenKind.Content || words[first].Kind != TokenKind.Content
                    || !IsPlain(tokens.Written(words[first], words[last])))
                {
                    break;
                }

                if (!VagueWords.Contains(tokens.Stem(words[first]).ToString()) && !VagueWords.Contains(tokens.Stem(words[last]).ToString()))
                {
                    phrases.Add(tokens.Written(words[first], words[last]).ToString().ToLowerInvariant());
                }
            }
        }

        return phrases;
    }

    /// <summary>Letters, digits, dashes, and one space between words: no sign ends a phrase within.</summary>
    private static bool IsPlain(ReadOnlySpan<char> written)
    {
        for (var i = 0; i < written.Length; i++)
        {
            if (!char.IsLetterOrDigit(written[i]) && written[i] != '-' && !(written[i] == ' ' && written[i - 1] != ' '))
            {
                return false;
            }
        }

        return true;
    }
}
