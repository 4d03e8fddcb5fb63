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
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, feed.Id);
        xml.WriteElementString("title", Atom, CleanText.Line(feed.Title));
        xml.WriteElementString("updated", Atom, Instant(feed.Entries.Select(e => e.At).DefaultIfEmpty(feed.Updated).Max()));
        WriteLink(xml, "self", feed.SelfUrl, "application/atom+xml");
        WriteLink(xml, "alternate", feed.PageUrl, "text/html");
        foreach (var entry in feed.Entries)
        {
            WriteEntry(xml, entry);
        }

        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, FeedEntryView entry)
    {
        var paper = entry.Paper.Paper;
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, EntryId(entry.Paper.Id));
        xml.WriteElementString("title", Atom, CleanText.Line(paper.Title));
        xml.WriteElementString("updated", Atom, Instant(entry.At));
        if (paper.Published is { } published)
        {
            xml.WriteElementString("published", Atom, published.ToString("yyyy-MM-dd") + "T00:00:00Z");
        }

        WriteLink(xml, "alternate", SafeUrl.Of(entry.Url), null);
        WriteLink(xml, "related", SafeUrl.Of(entry.OtherUrl), null);
        WriteAuthors(xml, paper);
        foreach (var category in paper.Categories.Select(CleanText.Line).Where(c => c.Length > 0))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", category);
            xml.WriteEndElement();
        }

        var why = entry.Why.Count > 0 ? $"Why: {string.Join("; ", entry.Why)}. " : "";
        xml.WriteElementString("summary", Atom, CleanText.Line(why + paper.Abstract));
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
