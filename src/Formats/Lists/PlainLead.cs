using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>Titles without marks: they end where buttons, a venue in brackets or italics begin.</summary>
internal static class PlainLead
{
    private const int FewestWords = 3;

    public static Lead? Read(MarkdownLine line, int at)
    {
        var (end, link) = Boundary(line, at);
        if (link is { } found && IsSentence(line, found))
        {
            return null;
        }

        var words = Trim(line.Text.AsSpan(at, end - at));
        if (line.At(at) is { Italic: true } italic && AuthorLine.Cited(line.Text[at..italic.End]).Count >= 2)
        {
            return null;
        }

        var few = line.Links.Any(one => one.Bracketed && one.Sign == LinkSign.Paper);
        if (!TitleWords.IsTitle(words, few ? 2 : FewestWords) || Says(words) || !Starts(words))
        {
            return null;
        }

        var title = words.ToString();
        title = AuthorLine.LooksLike(title) ? "" : BeforeAuthors(title);
        return title.Length == 0
            ? null
            : new(LeadKind.Plain, title, null, at, Math.Min(end, line.Text.IndexOf(title, at, StringComparison.Ordinal) + title.Length));
    }

    /// <summary>A capital, a digit of "3D", another script; a small letter only in a name such as "vMAP:".</summary>
    private static bool Starts(ReadOnlySpan<char> words)
    {
        var end = words.IndexOf(' ');
        var first = end < 0 ? words : words[..end];
        return char.IsLower(words[0]) ? first.EndsWith(":") || first.ContainsAnyInRange('A', 'Z') || first.ContainsAnyInRange('0', '9')
            : !char.IsDigit(words[0]) || first.IndexOfAnyInRange('A', 'z') >= 0;
    }

    /// <summary>"Paper Lanterns, A. Amsel et al" without the names.</summary>
    private static string BeforeAuthors(string words)
    {
        for (var at = words.IndexOf(", ", StringComparison.Ordinal); at > 0; at = words.IndexOf(", ", at + 2, StringComparison.Ordinal))
        {
            var rest = words[(at + 2)..];
            var shows = rest.Contains(". ", StringComparison.Ordinal) || rest.Contains("et al", StringComparison.OrdinalIgnoreCase);
            if (at > 8 && shows
                && ((AuthorLine.Take(rest) is { Names.Count: > 0 } taken && TitleWords.Count(taken.Behind) < 3) || AuthorLine.IsName(rest)))
            {
                return words[..at];
            }
        }

        return words;
    }

    /// <summary>A title of which only the first word is bold: "**Lanterns**: Paper in the Wind [pdf]";
    /// null where more than a title follows.</summary>
    public static Lead? Joined(MarkdownLine line, int at, int boldEnd)
    {
        var rest = line.Text.AsSpan(boldEnd);
        var joins = (rest.StartsWith(": ") && rest is not [_, _, '"' or '“', ..])
            || (rest.Length > 2 && rest[0] == ' ' && char.IsLetter(rest[1]) && !StartsRemark(rest[1..]));
        if (!joins)
        {
            return null;
        }

        var (end, link) = Boundary(line, boldEnd);
        var words = Trim(line.Text.AsSpan(at, end - at));
        return link is not null && TitleWords.Count(words) <= 30 && words.IndexOf(". ") < 0 && !IsSentence(line, link.Value)
            && TitleWords.IsTitle(words, FewestWords)
            ? new(LeadKind.Plain, words.ToString(), null, at, end) : null;
    }

    private static bool StartsRemark(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(' ', '.');
        var word = end < 0 ? rest : rest[..end];
        return word is "by" or "in" or "at" or "is" or "are" or "on" or "and";
    }

    /// <summary>Where the title ends, and the link that stands there.</summary>
    private static (int End, LineLink? Link) Boundary(MarkdownLine line, int at)
    {
        var end = line.Text.Length;
        LineLink? link = null;
        foreach (var one in line.Links)
        {
            if (one.Start > at)
            {
                (end, link) = (one.Start, one);
                break;
            }
        }

        foreach (var stretch in line.Stretches)
        {
            if (stretch.Start > at + 8 && stretch.Start < end && (stretch.Italic || stretch.Code) && stretch.Link == 0
                && !IsMidWord(line.Text, stretch))
            {
                end = stretch.Start;
                break;
            }
        }

        return (Venue(line.Text, at, end), link);
    }

    /// <summary>Italics of one symbol or word within a title are of the title.</summary>
    private static bool IsMidWord(string text, Stretch stretch) =>
        stretch.End < text.Length && char.IsLetter(text[Math.Min(stretch.End, text.Length - 1)])
            || (stretch.End - stretch.Start < 16 && stretch.End + 1 < text.Length && text[stretch.End] == ' '
                && char.IsLetter(text[stretch.End + 1]));

    /// <summary>The bracket before buttons, "(JIO 2026)" and "(arXiv:...)" are behind the title.</summary>
    private static int Venue(string text, int at, int end)
    {
        for (var i = Bracket(text, at + 8, end - 3); i >= 0; i = Bracket(text, i + 1, end - 3))
        {
            if (text[i - 1] is ' ' or ',' or '.' && Brackets.Close(text, i, 80) is var close and > 0 && HasYear(text.AsSpan(i, close - i)))
            {
                return i;
            }
        }

        return end;
    }

    private static int Bracket(string text, int from, int end) =>
        from < end ? text.AsSpan(from, end - from).IndexOfAny('(', '（') is >= 0 and var found ? from + found : -1 : -1;

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]))
            {
                return true;
            }
        }

        return text.Contains("arxiv", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A link within a sentence: no button, and text goes on behind it; or the words before it lead to it.</summary>
    private static bool IsSentence(MarkdownLine line, LineLink link)
    {
        var words = line.Text.AsSpan(link.Start, link.End - link.Start);
        var isButton = link.IsButton;
        var behind = line.Text.AsSpan(link.End).TrimStart(" ])】");
        var goesOn = behind.Length > 3 && char.IsLower(behind[0]) && TitleWords.Count(behind) >= 3 && !behind.StartsWith("et al");
        var before = line.Text.AsSpan(0, link.Start).TrimEnd();
        var leads = !link.Bracketed && EndsWithPreposition(before);
        return goesOn || leads || (!isButton && TitleWords.Count(words) >= 2)
            || (!isButton && !link.Bracketed && link.End > link.Start && TitleWords.Count(behind) > 3);
    }

    private static bool EndsWithPreposition(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word is "at" or "in" or "the" or "see" or "See" or "our" or "this" or "from" or "with" or "of" or "to" or "on" or "a"
            or "by" or "and" or "for" or "via" or "or" or "is" or "as" or "using" or "an";
    }

    /// <summary>What no title is: a sentence that speaks to somebody.</summary>
    private static bool Says(ReadOnlySpan<char> words) =>
        words.StartsWith("Please ") || words.StartsWith("If you ") || words.StartsWith("This repo") || words.StartsWith("This section ")
            || words.StartsWith("This list ") || words.StartsWith("List of papers") || words.StartsWith("We ") || words.StartsWith("See ")
            || words.Contains(" has been ", StringComparison.Ordinal) || words.Contains(" have been ", StringComparison.Ordinal)
            || words.StartsWith("Thanks ") || words.StartsWith("You can ");

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> words)
    {
        words = words.Trim(" \t[(【（,;:|*_-–—");
        words = words.EndsWith(".") ? words[..^1].TrimEnd() : words;
        return words is ['"' or '“', ..] && words[1..].IndexOfAny('"', '”') < 0 ? words[1..] : words;
    }
}
