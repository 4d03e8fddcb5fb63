using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Xml;

namespace PaperFunctions.Formats.References;

/// <summary>Zotero's RDF export: items of the Bibliographic Ontology, with the journals that they point to.</summary>
public sealed class ZoteroRdf : IDigestFormat
{
    /// <summary>Elements and types that are no works of their own: files, notes, folders and what works appear in.</summary>
    private static readonly HashSet<string> NoWorks = new(StringComparer.Ordinal)
    {
        "Attachment", "Memo", "Collection", "Journal", "Series", "Blog", "Website", "UserItem", "attachment", "note", "annotation",
    };

    public string Name => "zotero-rdf";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        XmlHead.Root(head.Text) == "rdf"
            && (head.Text.Contains("purl.org/net/biblio#", StringComparison.Ordinal)
                || head.Text.Contains("zotero.org/namespaces/export#", StringComparison.Ordinal)) ? 0.97 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(RdfWindow.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(RdfItem item, PaperDraft draft)
    {
        var tree = item.Tree;
        if (NoWorks.Contains(tree.Name) || NoWorks.Contains(tree.First("z:itemType")?.Trim() ?? "")
            || (tree.First("dc:title") is null && tree.Child("bib:authors") is null))
        {
            return false;
        }

        draft.Title = tree.First("dc:title");
        draft.Abstract = tree.First("dcterms:abstract", "dc:description");
        draft.Venue = item.Container?.First("dc:title") ?? tree.First("prism:publicationName");
        draft.Published = Dates.Parse(tree.First("dc:date"));
        draft.AddAuthors(People(tree.Child("bib:authors")).Concat(tree.All("dc:creator").SelectMany(People)).Select(PersonName));
        draft.AddCategories(tree.All("dc:subject").Select(subject => subject.At("z:AutomaticTag", "rdf:value")?.Text ?? subject.Text));
        AddIds(tree, draft);
        if (item.ContainerIsOwn)
        {
            AddIds(item.Container!, draft);
        }

        draft.AddLink(tree.Attribute("about"));
        return true;
    }

    private static IEnumerable<XmlTree> People(XmlTree? list) => list is null ? [] :
        list.Name == "Person" ? [list]
        : list.Children.Count == 0 ? [list]
        : list.Children.SelectMany(People);

    private static string PersonName(XmlTree person) =>
        person.First("foaf:surname") is { } family ? Names.Of(person.First("foaf:givenName", "foaf:givenname"), family)
        : Names.One(person.First("foaf:name") ?? (person.Children.Count == 0 ? person.Text : null));

    /// <summary>"DOI 10.5555/x" and addresses; other identifiers are of journals and books.</summary>
    private static void AddIds(XmlTree tree, PaperDraft draft)
    {
        foreach (var id in tree.All("dc:identifier"))
        {
            var text = (id.At("dcterms:URI", "rdf:value")?.Text ?? id.Text).Trim();
            draft.AddLink(text);
            draft.Ids = draft.Ids.With(ArxivIds.Find(text), text.StartsWith("DOI", StringComparison.OrdinalIgnoreCase)
                ? Dois.Parse(text[3..])
                : null);
        }

        draft.Ids = draft.Ids.With(ArxivIds.Find(tree.First("dc:description")), null);
    }
}
