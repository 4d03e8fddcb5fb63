using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking;

/// <summary>Other ways to write what somebody looks for, as the candidates write it.</summary>
public static class Spelling
{
    /// <summary>Words looked at; the rest of a longer text stays as it is.</summary>
    private const int MostWords = 12;

    /// <summary>Letters below which a word has too many neighbours to tell which one was meant.</summary>
    private const int LeastLetters = 5;

    /// <summary>Papers read for the ways in which a word is written.</summary>
    private const int MostRead = 20;

    /// <summary>Letters from which a word may have two slips.</summary>
    private const int ManyLetters = 9;

    /// <summary>The text with each word that no paper has replaced by one that papers have and that is a slip or two away.</summary>
    /// <returns>Null where every word is known, or none has such a neighbour.</returns>
    public static string? Respelled(CandidateSet set, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var changed = false;
        for (var i = 0; i < Math.Min(words.Length, MostWords); i++)
        {
            if (Correction(set, words[i].Trim('"', ',', '.')) is { } meant)
            {
                (words[i], changed) = (meant, true);
            }
        }

        return changed ? string.Join(' ', words) : null;
    }

    /// <summary>What else papers call the same: the phrase behind an acronym, and the acronym of a phrase.</summary>
    public static IReadOnlyList<string> SameMeaning(CandidateSet set, string text)
    {
        var key = Acronyms.KeyOf(text.Replace('"', ' '));
        var meaning = set.Topics.Known.Meaning(key) ?? set.Topics.Defined.Agreed(key);
        var shortForms = set.Topics.Defined.ShortForms(key).Concat(set.Topics.Known.ShortForms(key)).Distinct(StringComparer.Ordinal);
        return meaning is null
            ? [.. shortForms.Where(a => a != key).Take(2).Select(a => a.ToUpperInvariant())]
            : [$"\"{Written(set, meaning)}\""];
    }

    private static string? Correction(CandidateSet set, string word)
    {
        if (word.Length < LeastLetters || word.Length > WordReader.MaxLength || !word.All(char.IsAsciiLetter)
            || IsKnown(set, word, out var stem))
        {
            return null;
        }

        var slips = stem.Length >= ManyLetters ? 2 : 1;
        var (nearest, best) = (-1, (Slips: slips + 1, Papers: 0));
        var words = set.Topics.Words;
        for (var other = 0; other < words.Count; other++)
        {
            var known = words.Stem(other);
            var papers = words.With(other).Length;
            if (known[0] == stem[0] && Math.Abs(known.Length - stem.Length) <= slips && papers > 1 && Slips(stem, known) is var between
                && (between < best.Slips || (between == best.Slips && papers > best.Papers)))
            {
                (nearest, best) = (other, (between, papers));
            }
        }

        return best.Slips <= slips && nearest >= 0 ? Surface(set, nearest, word) : null;
    }

    private static bool IsKnown(CandidateSet set, string word, out string stem)
    {
        var tokens = new TokenList().ReadPhrase(word);
        stem = tokens.Tokens.Length == 1 ? tokens.Stem(tokens.Tokens[0]).ToString() : "";
        return stem.Length == 0 || set.Topics.Words.Find(stem) >= 0 || set.Model.Terms.FindStem(stem) >= 0;
    }

    /// <summary>A stem as papers write it, of several ways the one nearest to what was typed.</summary>
    private static string? Surface(CandidateSet set, int word, string typed)
    {
        var stem = set.Topics.Words.Stem(word);
        var tokens = new TokenList();
        var ways = new HashSet<string>(StringComparer.Ordinal);
        foreach (var posting in set.Topics.Words.With(word)[..Math.Min(MostRead, set.Topics.Words.With(word).Length)])
        {
            tokens.Read(set.Papers[posting.Paper].Paper);
            foreach (var token in tokens.Tokens)
            {
                if (tokens.Stem(token).SequenceEqual(stem))
                {
                    ways.Add(tokens.Word(token).ToString());
                }
            }
        }

        return ways.MinBy(w => Slips(typed, w));
    }

    /// <summary>Stems between spaces, each as papers write it.</summary>
    private static string Written(CandidateSet set, string stems) => string.Join(
        ' ', stems.Split(' ').Select(s => set.Topics.Words.Find(s) is >= 0 and var word ? Surface(set, word, s) ?? s : s));

    /// <summary>Letters to add, drop, change or swap with the next to make one word the other (optimal string alignment).</summary>
    private static int Slips(string one, string other)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> now = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            now.CopyTo(last);
        }

        return last[other.Length];
    }
}
