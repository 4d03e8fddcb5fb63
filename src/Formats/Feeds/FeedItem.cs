using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Xml;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Feeds;

/// <summary>An item of any RSS or Atom feed as a paper: what Dublin Core and PRISM say first, then what
/// the feed's own elements say.</summary>
internal static class FeedItem
{
    public static bool Describe(XmlTree item, PaperDraft draft)
    {
        if (item.Name.ToLowerInvariant() is not ("item" or "entry"))
        {
            return false;
        }

        var text = FeedDescription.Read(item.First("content:encoded", "summary", "description", "dc:description", "content"));
        var shorter = FeedDescription.Read(item.First("description", "summary"));
        draft.Title = item.First("title", "dc:title", "prism:title");
        draft.Abstract = text.Abstract.Length > 0 ? text.Abstract : shorter.Abstract;
        draft.Published = Published(item) ?? text.Published ?? shorter.Published;
        draft.Venue = item.First("prism:publicationName", "dcterms:isPartOf", "journal_ref", "arxiv:journal_ref") ?? text.Venue
            ?? shorter.Venue ?? Source(item);
        draft.AddAuthors(Authors(item, text.Authors ?? shorter.Authors));
        draft.AddCategories(Labels(item));
        AddIds(item, draft);
        return true;
    }

    /// <summary>The date of the feed itself, where this is the element that says it.</summary>
    public static DateOnly? DateOfFeed(XmlTree element)
    {
        var direct = element.Name.ToLowerInvariant() is "pubdate" or "lastbuilddate" or "updated" or "date"
            ? Dates.Parse(element.Text)
            : null;
        return direct ?? (element.Name == "channel" ? Dates.Parse(element.First("pubDate", "dc:date", "lastBuildDate")) : null);
    }

    private static DateOnly? Published(XmlTree item) =>
        Dates.Parse(item.First("prism:publicationDate")) ?? Dates.Parse(item.First("dc:date", "dcterms:issued", "dcterms:created"))
        ?? Dates.Parse(item.First("published", "issued")) ?? Dates.Parse(item.First("pubDate"))
        ?? Dates.Parse(item.First("updated", "modified"));

    /// <summary>dc:source is the name of the journal, with citation behind it in some feeds.</summary>
    private static string? Source(XmlTree item) =>
        item.First("dc:source") is { Length: < 300 } source && !source.Contains("://", StringComparison.Ordinal)
            ? source.Split([", Published online", ", Volume", ", Vol.", "; "], 2, StringSplitOptions.None)[0]
            : null;

    private static IEnumerable<string> Authors(XmlTree item, string? described)
    {
        var persons = item.All("author").Select(author => author.First("name")).OfType<string>().Select(Names.One).ToList();
        var creators = item.All("dc:creator").Concat(item.All("creator")).ToList();
        return persons.Count == 1 && creators.Count == 0 && described is not null && Names.Many(described).ToList() is var all
            && all.Contains(persons[0]) ? all
            : persons.Count > 0 && creators.Count == 0 ? persons
            : creators.Count > 1 ? creators.SelectMany(creator => Creator(creator.Text))
            : creators.Count == 1 ? Names.Many(string.Join(" ", FeedMarkup.Paragraphs(creators[0].Text)))
            : Names.Many(item.First("authors", "author") is { } plain ? Mailbox(plain) : described);
    }

    /// <summary>One of several creators is one person, unless it holds a list after all.</summary>
    private static IEnumerable<string> Creator(string text)
    {
        var one = string.Join(" ", FeedMarkup.Paragraphs(text));
        return one.Count(c => c == ',') > 1 || one.Contains(';', StringComparison.Ordinal) ? Names.Many(one) : [Names.One(one)];
    }

    /// <summary>RSS wants "address (name)" for an author.</summary>
    private static string Mailbox(string author)
    {
        var open = author.IndexOf('(');
        return open > 0 && author.AsSpan(0, open).Contains('@') && author.Trim().EndsWith(')') ? author.Trim()[(open + 1)..^1]
            : author.Contains('@', StringComparison.Ordinal) && !author.Contains(' ', StringComparison.Ordinal) ? "" : author;
    }

    private static IEnumerable<string> Labels(XmlTree item) =>
        item.All("category").Select(label => label.Attribute("term") is { Length: > 0 } term ? term : label.Text)
            .Concat(item.All("dc:subject").Select(label => label.Text))
            .Concat(item.All("prism:section").Select(label => label.Text));

    private static void AddIds(XmlTree item, PaperDraft draft)
    {
        foreach (var name in (string[])["prism:doi", "arxiv:doi", "dc:identifier", "dcterms:identifier", "guid", "id"])
        {
            foreach (var field in item.All(name))
            {
                draft.Ids = draft.Ids.WithField(field.Text);
            }
        }

        foreach (var link in item.All("link"))
        {
            AddLink(link, draft);
        }

        foreach (var name in (string[])["prism:url", "guid"])
        {
            draft.AddLink(item.First(name));
        }

        if (item.Attribute("about") is { } about)
        {
            draft.AddLink(about);
        }
    }

    private static void AddLink(XmlTree link, PaperDraft draft)
    {
        var pdf = link.Attribute("type") == "application/pdf" || link.Attribute("title") == "pdf";
        if (link.Attribute("rel") is null or "alternate" or "related" or "enclosure")
        {
            draft.AddLink(link.Attribute("href") ?? link.Text, pdf ? LinkKind.Pdf : null);
        }
    }
}
