using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Formats.Shared.Xml;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>An item of one of arXiv's feeds as a paper.</summary>
internal static partial class ArxivItem
{
    /// <summary>In characters, parentheses included.</summary>
    private const int MaxMark = 200;

    public static bool Describe(XmlTree item, PaperDraft draft)
    {
        if (item.Name is not ("item" or "entry") || item.First("id")?.Contains("arxiv.org/api/errors", StringComparison.Ordinal) == true)
        {
            return false;
        }

        var (title, mark) = Title(item.First("title", "dc:title") ?? "");
        var description = (item.First("summary", "description", "content") ?? "").Trim();
        var text = Announcement().Match(description);
        draft.Title = title;
        draft.Abstract = WithoutEnd(description[text.Length..]);
        draft.AddAuthors(Authors(item));
        draft.AddCategories(Categories(item).Concat(mark.Groups["class"].Captures.Select(c => c.Value)));
        draft.Venue = item.First("arxiv:journal_ref", "arxiv:journal_reference");
        AddIds(item, draft, mark, text);
        draft.Published = Published(item, text);
        return true;
    }

    /// <summary>The title, and the mark that may end it: "(arXiv:2401.00001v1 [cs.LG] UPDATED)".</summary>
    private static (string Title, Match Mark) Title(string text)
    {
        var whole = text.TrimEnd();
        var at = whole.LastIndexOf('(');
        var mark = at >= 0 && whole.Length - at <= MaxMark ? TitleMark().Match(whole[at..]) : Match.Empty;
        return (mark.Success ? whole[..at].TrimEnd().TrimEnd(' ', '.') : text, mark);
    }

    private static string WithoutEnd(string text) => text.EndsWith("</p>", StringComparison.Ordinal) ? text[..^4].TrimEnd() : text;

    private static IEnumerable<string> Authors(XmlTree item)
    {
        var persons = item.All("author").Select(author => author.First("name")).OfType<string>().ToList();
        return persons.Count > 0
            ? persons.SelectMany(Names.Many)
            : item.All("dc:creator").SelectMany(creator => Names.Many(Anchor().Replace(creator.Text, "")));
    }

    private static IEnumerable<string> Categories(XmlTree item) =>
        item.All("arxiv:primary_category").Concat(item.All("category")).Select(c => c.Attribute("term") ?? c.Text)
            .Where(c => !c.Contains(' ', StringComparison.Ordinal));

    private static void AddIds(XmlTree item, PaperDraft draft, Match mark, Match text)
    {
        foreach (var field in (string?[])[item.First("id", "guid"), mark.Groups["id"].Value, text.Groups["id"].Value])
        {
            draft.Ids = draft.Ids.With(ArxivIds.Parse(field), null);
        }

        draft.Ids = draft.Ids.With(null, Dois.Parse(item.First("arxiv:doi")));
        foreach (var link in item.All("link"))
        {
            draft.AddLink(link.Attribute("href") ?? link.Text, link.Attribute("title") == "pdf" ? LinkKind.Pdf : null);
        }

        draft.AddLink(item.First("id"));
        foreach (var link in LinkFinder.Find(item.First("arxiv:comment") ?? ""))
        {
            draft.AddLink(link);
        }
    }

    /// <summary>The API names the day of the first version; an announcement's date is that of the paper only where it is new.</summary>
    private static DateOnly? Published(XmlTree item, Match text)
    {
        var kind = item.First("arxiv:announce_type") ?? text.Groups["kind"].Value;
        return kind is "" or "new" ? Dates.Parse(item.First("published")) ?? Dates.Parse(item.First("pubDate", "dc:date")) : null;
    }

    [Backtracks(MaxMark, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^\(\s*arXiv:(?<id>[^\s\]()]{5,40})(?:\s*\[(?<class>[\w.-]{2,30})\])?(?:\s+(?:UPDATED|CROSS LISTED))?\s*\)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex TitleMark();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:<p>\s*)?(?:arXiv:(?<id>\S{5,40})\s+Announce Type:\s*(?<kind>[\w-]{1,30})\s*)?(?:Abstract:\s*)?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Announcement();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"</?a(?:\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Anchor();
}
