using System.Xml;

namespace PaperFunctions.Formats.Shared.Xml;

/// <summary>Namespaces by short names: the empty one for those that a feed's own elements are in.</summary>
internal static class XmlSpaces
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["prism"] = "http://prismstandard.org/namespaces/basic/2.0/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["arxiv"] = "http://arxiv.org/schemas/atom",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["opensearch"] = "http://a9.com/-/spec/opensearch/1.1/",
        ["bib"] = "http://purl.org/net/biblio#",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["z"] = "http://www.zotero.org/namespaces/export#",
        ["atom"] = "http://www.w3.org/2005/Atom",
    };

    public static string ShortName(string space) => space switch
    {
        "" or "http://www.w3.org/2005/Atom" or "http://purl.org/rss/1.0/" or "http://purl.org/atom/ns#"
            or "http://my.netscape.com/rdf/simple/0.9/" => "",
        "http://purl.org/dc/elements/1.1/" or "http://purl.org/dc/elements/1.0/" => "dc",
        "http://purl.org/dc/terms/" => "dcterms",
        "http://purl.org/rss/1.0/modules/content/" => "content",
        "http://search.yahoo.com/mrss/" => "media",
        "http://arxiv.org/schemas/atom" or "https://arxiv.org/schemas/atom" => "arxiv",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#" => "rdf",
        "http://purl.org/net/biblio#" => "bib",
        "http://xmlns.com/foaf/0.1/" => "foaf",
        "http://www.zotero.org/namespaces/export#" => "z",
        _ when space.Contains("prismstandard.org/namespaces", StringComparison.Ordinal) => "prism",
        _ => "other",
    };

    /// <summary>Feeds forget to declare prefixes; the usual ones are known without.</summary>
    public static XmlParserContext Context(XmlNameTable names)
    {
        var spaces = new XmlNamespaceManager(names);
        foreach (var (prefix, space) in Prefixes)
        {
            spaces.AddNamespace(prefix, space);
        }

        return new XmlParserContext(names, spaces, null, XmlSpace.Default);
    }
}
