using PaperFunctions.Formats.Arxiv;
using PaperFunctions.Formats.Containers;
using PaperFunctions.Formats.Feeds;
using PaperFunctions.Formats.Html;
using PaperFunctions.Formats.Json;
using PaperFunctions.Formats.Lists;
using PaperFunctions.Formats.Mail;
using PaperFunctions.Formats.References;
using PaperFunctions.Formats.Tables;
using PaperFunctions.Formats.Trending;
using PaperFunctions.Formats.Yaml;

namespace PaperFunctions.Formats;

/// <summary>Every format that is tried, in the order that settles ties.</summary>
internal static class FormatRegistry
{
    public static IReadOnlyList<IDigestFormat> All { get; } =
    [
        new TrendingInline(),
        new TrendingSpaced(),
        new TrendingHtml(),
        new HtmlTable(),
        new ArticlePage(),
        new ArxivPage(),
        new HfDailyPapers(),
        new ArxivAtom(),
        new ArxivRss(),
        new ArxivListing(),
        new Rss(),
        new Atom(),
        new Bibtex(),
        new Ris(),
        new CslJson(),
        new EndNoteXml(),
        new Nbib(),
        new SemanticScholar(),
        new OpenAlex(),
        new WebOfScience(),
        new RefWorks(),
        new Refer(),
        new PubMedXml(),
        new ZoteroRdf(),
        new Csv(),
        new Tsv(),
        new JsonTable(),
        new FrameJson(),
        new JsonLines(),
        new Xlsx(),
        new YamlLists(),
        new Gzip(),
        new Zip(),
        new MailMessage(),
        new SavedPage(),
        new ListMarkdown(),
        new ListText(),
    ];

    public static IDigestFormat? Find(string name) =>
        All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
