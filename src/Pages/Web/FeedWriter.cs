using System.Text;
using System.Xml;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Pages.Text;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web;

/// <summary>Papers as an Atom feed (RFC 4287).</summary>
public static class FeedWriter
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    public static string Write(FeedView feed)
    {
        var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(
            buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            WriteFeed(xml, feed);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteFeed(XmlWriter xml, FeedView feed)
    {
        var self = feed.BaseUrl + Addresses.With(Addresses.Feed, ("q", CleanText.Line(feed.Query)));
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, self);
        xml.WriteElementString("title", Atom, CleanText.Line(feed.Title));
        xml.WriteElementString("updated", Atom, Instant(feed.Papers.Count > 0 ? feed.Papers.Max(p => p.FirstSeen) : feed.Updated));
        WriteLink(xml, "self", self, "application/atom+xml");
        WriteLink(xml, "alternate", feed.BaseUrl + Addresses.With(
            feed.Query.Length > 0 ? Addresses.Search : Addresses.Home, ("q", CleanText.Line(feed.Query))), "text/html");
        foreach (var paper in feed.Papers)
        {
            WriteEntry(xml, feed.BaseUrl, paper);
        }

        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, string baseUrl, StoredPaper stored)
    {
        var paper = stored.Paper;
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, EntryId(stored.Id));
        xml.WriteElementString("title", Atom, CleanText.Line(paper.Title));
        xml.WriteElementString("updated", Atom, Instant(stored.FirstSeen));
        if (paper.Published is { } published)
        {
            xml.WriteElementString("published", Atom, published.ToString("yyyy-MM-dd") + "T00:00:00Z");
        }

        WriteLink(xml, "alternate", baseUrl + Addresses.Paper(stored.Id), "text/html");
        WriteLink(xml, "related", SafeUrl.Of(PaperLinks.ReadOrFind(paper).Url), null);
        WriteAuthors(xml, paper);
        foreach (var category in paper.Categories.Select(CleanText.Line).Where(c => c.Length > 0))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", category);
            xml.WriteEndElement();
        }

        xml.WriteElementString("summary", Atom, CleanText.Line(paper.Abstract));
        xml.WriteEndElement();
    }

    // RFC 4287, section 4.1.2: an entry has an author, if only an unknown one.
    private static void WriteAuthors(XmlWriter xml, Paper paper)
    {
        foreach (var author in paper.Authors.Select(CleanText.Line).Where(a => a.Length > 0).DefaultIfEmpty("unknown"))
        {
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, author);
            xml.WriteEndElement();
        }
    }

    private static void WriteLink(XmlWriter xml, string relation, string? url, string? type)
    {
        if (url is null)
        {
            return;
        }

        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", url);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteEndElement();
    }

    /// <summary>The id's 128 bits as a URN, the same wherever the site stands.</summary>
    private static string EntryId(PaperId id) =>
        Guid.TryParseExact(id.Value, "N", out var guid) ? $"urn:uuid:{guid:D}" : "urn:paper:" + Uri.EscapeDataString(id.Value);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");
}
