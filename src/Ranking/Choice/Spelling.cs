using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Choice;

/// <summary>How a reason writes a word of a paper: as its text does, without the capital that only a title or a sentence gave it.</summary>
internal static class Spelling
{
    /// <param name="all">The text's words.</param>
    /// <param name="first">One of these, or the first of two.</param>
    /// <param name="last">The same word, or the last of two that <see cref="AreOnePhrase"/> takes for one.</param>
    public static string Of(TokenList all, Token first, Token last)
    {
        var written = all.Written(first, last).ToString();
        var start = IsOwnCapital(all, first) ? written : char.ToLowerInvariant(written[0]) + written[1..];
        var end = last.Place.End.Value - last.Place.Start.Value;
        return first == last || IsOwnCapital(all, last) ? start : start[..^end] + char.ToLowerInvariant(start[^end]) + start[^(end - 1)..];
    }

    /// <summary>Whether nothing but a space, a hyphen or "of" stands between two words.</summary>
    public static bool AreOnePhrase(TokenList all, Token first, Token last)
    {
        if (first.Text != last.Text)
        {
            return false;
        }

        var gap = all.Written(first, last)[(first.Place.End.Value - first.Place.Start.Value)..^(last.Place.End.Value - last.Place.Start.Value)];
        return gap is " " or "-" or " of " or "-of-";
    }

    private static bool IsOwnCapital(TokenList all, Token word) => IsNamed(all.Written(word, word)) || IsCapitalInside(all, word);

    /// <summary>Whether a word has a capital or a digit behind its first character: "MoE", "k8s".</summary>
    private static bool IsNamed(ReadOnlySpan<char> written)
    {
        for (var i = 1; i < written.Length; i++)
        {
            if (char.IsDigit(written[i]) || (char.IsUpper(written[i]) && char.IsLetter(written[i - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word stands in the abstract behind another word of its sentence: a capital is its own there.</summary>
    private static bool IsCapitalInside(TokenList all, Token word)
    {
        var before = all.Before(word).TrimEnd(" \n(\"'-");
        return word.Text > 0 && before.Length > 0 && before[^1] is not ('.' or '!' or '?' or ':');
    }
}
