using System.Collections.Frozen;

namespace PaperFunctions.Formats.Shared.Evidence;

/// <summary>What can be a title, and what is a word that pages have above their parts.</summary>
internal static class TitleWords
{
    /// <summary>Characters of the longest title that is taken; in 412 real ones the longest has 164.</summary>
    public const int Longest = 400;

    private static readonly FrozenSet<string> Parts = FrozenSet.ToFrozenSet(
        ("abstract authors author introduction overview background methods method results discussion conclusion conclusions references "
            + "questions contents tableofcontents toc papers paper citation citing cite license "
        + "contributing contribution contributions acknowledgement acknowledgements acknowledgments contact installation install usage "
        + "quickstart gettingstarted news updates update resources datasets dataset tools code "
        + "links related relatedwork relatedwork summary faq changelog features todo requirements disclaimer description examples "
        + "example keywords source title tl;dr tldr keypoints highlights top readmore readinglist "
        + "papersoftheweek editorial backtotop starhistory support limitations setup motivation evaluation experiments comments notes").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OtherThings = FrozenSet.ToFrozenSet(
        ("blog blogs post posts tutorial tutorials video videos course courses lecture lectures tool tools toolkit toolkits software "
            + "library libraries implementation implementations framework frameworks resource resources "
        + "repository repositories repo repos viewer viewers engine engines talk talks slide slides book books website websites news "
        + "community conference conferences workshop workshops contribute contributing license citation "
        + "acknowledgement acknowledgements acknowledgments contact contents installation install usage quick links faq leaderboard "
        + "leaderboards companies people labs products apps app platform platforms demo demos "
        + "project projects opensource open-source podcast podcasts awesome newsletters howto deploying deploy 博客 教程 视频 课程 工具").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words; two characters of Chinese, Japanese or Korean count as one.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var (words, wide, within) = (0, 0, false);
        foreach (var c in text)
        {
            var isLetter = char.IsLetterOrDigit(c);
            wide += c >= '\u3040' && c <= '\uD7AF' ? 1 : 0;
            words += isLetter && !within ? 1 : 0;
            within = isLetter || (within && !char.IsWhiteSpace(c));
        }

        return words + (wide / 2);
    }

    public static bool IsTitle(ReadOnlySpan<char> text, int words) =>
        text.Length is >= 3 and <= Longest && Count(text) >= words && HasLetters(text)
            && !(Count(text) <= 3 && Venues.Is(text) && Venues.HasYear(text)) && !IsPart(text) && !LinkSigns.IsButton(text);

    /// <summary>"Abstract", "Questions", "Table of Contents": a heading of a part, not a title.</summary>
    public static bool IsPart(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[24];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c) && length < folded.Length)
            {
                folded[length++] = c;
            }
            else if (char.IsLetter(c))
            {
                return false;
            }
        }

        return length == 0 || Parts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded[..length]);
    }

    /// <summary>Whether a section's heading says that other things than papers stand below it.</summary>
    public static bool NamesOtherThings(ReadOnlySpan<char> heading)
    {
        var things = OtherThings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in heading.SplitAny(" &/,():"))
        {
            if (things.Contains(heading[word]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLetters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            if (letters >= 2)
            {
                return true;
            }
        }

        return false;
    }
}
