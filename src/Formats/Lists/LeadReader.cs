using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>Finds the title with which a line starts: behind numbers, dates, venues and badges, marked or not; also behind the
/// authors, as citations have it.</summary>
internal static class LeadReader
{
    private const int LongestTag = 80;

    private const int LongestAuthors = 1500;

    /// <summary>Null where the line starts with no title.</summary>
    public static Lead? Read(MarkdownLine line)
    {
        var text = line.Text;
        var at = LeadTags.Skip(line, 0);
        for (var tries = 0; tries < 6 && at < text.Length; tries++)
        {
            if (Marked(line, at) is { } lead)
            {
                return lead;
            }

            var next = Math.Max(LeadTags.SkipMark(line, at), LeadTags.SkipName(text, at));
            if (next <= at)
            {
                break;
            }

            at = LeadTags.Skip(line, next);
        }

        return at < text.Length ? Cited(line, at) ?? CitedPlain.Read(line, at) ?? PlainLead.Read(line, at) : BareLink(line);
    }

    /// <summary>A link, bold text, quotes or italics right here.</summary>
    public static Lead? Marked(MarkdownLine line, int at)
    {
        if (line.At(at) is not { } stretch)
        {
            return null;
        }

        if (line.Text[at] is '"' or '“' or '«' or '「' or '《' && !(stretch.Link > 0 && stretch.Start == at))
        {
            return Quoted(line, at);
        }

        return stretch.Link > 0
            ? Linked(line, at)
            : stretch.Bold ? Bold(line, at) : stretch.Italic && stretch.Start >= at - 1 ? Italic(line, at) : null;
    }

    private static Lead? Linked(MarkdownLine line, int at)
    {
        var link = Array.Find(line.Links, l => l.Start <= at && at < l.End);
        var words = Trim(line.Text.AsSpan(link.Start, link.End - link.Start));
        words = WithoutVenue(words);
        return TitleWords.IsTitle(words, 1) && !(link.Bracketed && TitleWords.Count(words) < 4)
            ? new(LeadKind.Linked, words.ToString(), link.Url, link.Start, link.End) : null;
    }

    /// <summary>"Paper Lanterns (JIO 2026)" without the venue behind it.</summary>
    private static ReadOnlySpan<char> WithoutVenue(ReadOnlySpan<char> words)
    {
        var open = words.EndsWith(")") ? words.LastIndexOf(" (") : -1;
        return open > 0 && words.Length - open <= 40 && TitleWords.Count(words[..open]) >= 3 && Venues.Begins(words[open..])
            ? words[..open].TrimEnd()
            : words;
    }

    private static Lead? Bold(MarkdownLine line, int at)
    {
        var end = EndOf(line, at, stretch => stretch.Bold);
        var words = line.Text.AsSpan(at, end - at).Trim();
        if (words.EndsWith(":") || words.EndsWith("：") || (words.StartsWith("[") && words.EndsWith("]")))
        {
            return TitleWords.Count(words) > 6 ? new(LeadKind.Bold, Trim(words).ToString(), null, at, end) : null; // a label or a tag
        }

        if (TitleWords.Count(words) <= 5 && PlainLead.Joined(line, at, end) is { } joined)
        {
            return joined;
        }

        var whole = Trim(words).ToString();
        var title = WithoutVenue(whole).ToString();
        // the venue is behind it
        end = title.Length == whole.Length ? end : line.Text.IndexOf(title, at, StringComparison.Ordinal) + title.Length;
        return TitleWords.IsTitle(whole, 2) && !AuthorLine.LooksLike(whole) ? new(LeadKind.Bold, title, null, at, end) : null;
    }

    private static Lead? Italic(MarkdownLine line, int at)
    {
        var end = EndOf(line, at, stretch => stretch.Italic);
        var words = Trim(line.Text.AsSpan(at, end - at));
        return TitleWords.IsTitle(words, 3) && !AuthorLine.LooksLike(words.ToString())
            ? new(LeadKind.Italic, words.ToString(), null, at, end)
            : null;
    }

    private static Lead? Quoted(MarkdownLine line, int at)
    {
        var close = line.Text[at] switch { '"' => '"', '“' => '”', '«' => '»', '「' => '」', _ => '》' };
        var end = line.Text.IndexOf(close, at + 1);
        end = end < 0 && close == '”' ? line.Text.IndexOf('"', at + 1) : end;
        if (end < 0 || end - at > TitleWords.Longest)
        {
            return null;
        }

        var behind = line.Text.AsSpan(end + 1).TrimStart();
        if (behind.StartsWith(": ")
            || (line.Text[end - 1] is not ('.' or ',' or '?')
                && (behind.StartsWith("?")
                    || (behind.Length > 0 && char.IsLetter(behind[0]) && !behind.StartsWith("by ") && !behind.StartsWith("in ")))))
        {
            return PlainLead.Read(line, at); // a title that starts with a quotation
        }

        var words = Trim(line.Text.AsSpan(at + 1, end - at - 1));
        var url = line.At(at + 1) is { Link: > 0 } stretch ? stretch.Url : null;
        return TitleWords.IsTitle(words, 2)
            ? new(url is null ? LeadKind.Quoted : LeadKind.Linked, words.ToString(), url, at, end + 1)
            : null;
    }

    /// <summary>Authors first, then a marked title: A. Amsel, B. Quill. "**Paper Lanterns**." JIO.</summary>
    private static Lead? Cited(MarkdownLine line, int at)
    {
        var end = Math.Min(line.Text.Length, at + LongestAuthors);
        for (var i = Opening(line, at + 4, end); i < end; i = Opening(line, i + 1, end))
        {
            if (Marked(line, i) is { } lead && TitleWords.Count(lead.Title) >= 2)
            {
                return !AreAuthors(line.Text[at..i]) ? null : lead.Kind == LeadKind.Plain ? CitedPlain.WithoutVenue(lead) : lead;
            }
        }

        return null;
    }

    /// <summary>Where the next quotation, bold text, link or italics begin; the end where none do before it.</summary>
    private static int Opening(MarkdownLine line, int from, int end)
    {
        if (from >= end)
        {
            return end;
        }

        var quote = line.Text.AsSpan(from, end - from).IndexOfAny('"', '“');
        end = quote < 0 ? end : from + quote;
        foreach (ref readonly var stretch in line.Stretches.AsSpan())
        {
            if (stretch.Start >= from && stretch.End > stretch.Start && (stretch.Bold || stretch.Link > 0 || stretch.Italic))
            {
                return Math.Min(end, stretch.Start);
            }
        }

        return end;
    }

    /// <summary>Names, perhaps with "et al." and a year behind them.</summary>
    private static bool AreAuthors(string text)
    {
        text = text.Trim(' ', ',', '.', ':', '"', '“', '-', '–', '—', '*');
        return text.Contains("et al", StringComparison.OrdinalIgnoreCase) ? TitleWords.Count(text) < 60 : AuthorLine.Cited(text).Count > 0;
    }

    /// <summary>Nothing on the line but an address that leads to a paper, or its id.</summary>
    private static Lead? BareLink(MarkdownLine line)
    {
        var links = line.Links.Where(link => link.Sign == LinkSign.Paper
            && LinkSigns.IsButton(line.Text.AsSpan(link.Start, link.End - link.Start)) && link.End > link.Start).ToList();
        return links.Count > 0 && KnownId.Of(links[0].Url) is { } id ? new(LeadKind.Bare, id, links[0].Url, 0, line.Text.Length) : null;
    }

    private static int EndOf(MarkdownLine line, int at, Func<Stretch, bool> marked)
    {
        var end = at;
        while (line.At(end) is { } stretch && marked(stretch))
        {
            end = stretch.End;
        }

        return end;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> words)
    {
        words = words.Trim(" \t*_,;:|");
        words = words.EndsWith(".") && !words.EndsWith("..") ? words[..^1].TrimEnd() : words;
        return words is ['"' or '“' or '«' or '「' or '《', .., '"' or '”' or '»' or '」' or '》'] && words[1..^1].IndexOfAny("\"“”") < 0
            ? words[1..^1].TrimEnd('.')
            : words;
    }
}
