namespace PaperFunctions.Formats.Shared.Columns;

/// <summary>What a column or a property holds.</summary>
internal enum Column
{
    Title,
    Abstract,
    Authors,
    Url,
    Pdf,
    Code,
    Project,
    Doi,
    Arxiv,
    Id,
    Date,
    Year,
    Month,
    Day,
    Venue,
    Categories,
    Upvotes,

    /// <summary>A title where authors stand beside it; of what else there is, a name.</summary>
    Name,
}

/// <summary>The names that people and tools give their columns: Scopus, Web of Science, IEEE Xplore, PubMed, Zotero, arXiv's
/// metadata dump and hand-made sheets.</summary>
internal static class ColumnNames
{
    /// <summary>Words that say whose title, abstract or link it is.</summary>
    private static readonly string[] Prefixes = ["paper", "article", "publication", "arxiv", "work"];

    private const int Worse = 100;

    /// <summary>For each kind the names, the better ones first; letters and digits in lower case.</summary>
    private static readonly (Column Column, string Names)[] Known =
    [
        (Column.Title,
            "title papertitle articletitle documenttitle itemtitle ti titel papername displayname paper titleauthors titleandauthors "
            + "titles"),
        (Column.Abstract,
            "abstract abstractnote abstracttext summary ab zusammenfassung description contenttext contenthtml abstracts tldr"),
        (Column.Authors,
            "authorfullnames af authors author authornames authorlist authorsnames creators creator au autoren authorname "
            + "authorshipsauthordisplayname authorshipsrawauthorname authorstring byline firstauthor"),
        (Column.Url,
            "url link paperurl paperlink pageurl articleurl sourceurl uri links urls landingpage landingpageurl fulltexturl absurl "
            + "absurls htmlurl hfurl webpage site externalurl abs abslink openreview openreviewurl openreviewlink forum ee landing"),
        (Column.Pdf, "pdf pdfurl articlepdf pdflink openaccesspdf urlpdf pdfs"),
        (Column.Code,
            "code codeurl codelink github githuburl githubrepo githublink repo repository repourl implementation officialcode codes "
            + "sourcecode codeurls"),
        (Column.Project, "projectpage project projecturl projectlink projectwebsite homepage website demo proj"),
        (Column.Doi, "doi doiurl doilink digitalobjectidentifier di dois"),
        (Column.Arxiv, "arxivid arxiv arxivurl arxivlink eprint arxivabs arxivnumber arxiveprints entryid"),
        (Column.Id, "id paperid identifier ids uid guid"),
        (Column.Date,
            "date published publishedat publishdate publicationdate publisheddate datepublished pubdate submitted submitteddate "
            + "submissiondate datesubmitted released releasedate onlinedate publishtime publishedtime firstpublicationdate coverdate "
            + "publishedonline"),
        (Column.Year, "year publicationyear pubyear py jahr"),
        (Column.Month, "month publicationmonth"),
        (Column.Day, "day publicationday"),
        (Column.Venue,
            "venue journal journalbook journaltitle publicationtitle publicationname sourcetitle conference conferencename booktitle "
            + "containertitle proceedings publication so journalref conf venuename publishedin pub primarylocationsourcedisplayname"),
        (Column.Categories,
            "categories category subjects subject tags tag keywords keyword authorkeywords topics topic fieldsofstudy primarycategory "
            + "tasks arxivcategories de"),
        (Column.Upvotes, "upvotes votes likes numupvotes numvotes hfupvotes"),
        (Column.Name, "name"),
    ];

    private static readonly Dictionary<string, (Column Column, int Order)> ByName = Known
        .SelectMany(known => known.Names.Split(' ').Select((name, order) => (name, known.Column, order)))
        .ToDictionary(known => known.name, known => (known.Column, known.order), StringComparer.Ordinal);

    private static readonly Dictionary<string, (Column Column, int Order)>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a header means, and how good a name it is for that (0 best); null where it is not known.</summary>
    public static (Column Column, int Order)? Find(ReadOnlySpan<char> header)
    {
        Span<char> folded = stackalloc char[40];
        var length = 0;
        foreach (var c in header)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                continue;
            }

            if (length == folded.Length)
            {
                return null;
            }

            folded[length++] = char.ToLowerInvariant(c);
        }

        return BySpan.TryGetValue(folded[..length], out var found) ? found : WithoutPrefix(folded[..length]);
    }

    /// <summary>"paper_arxiv_id" is the arXiv id, and a worse name for it than "arxiv_id".</summary>
    private static (Column Column, int Order)? WithoutPrefix(ReadOnlySpan<char> folded)
    {
        foreach (var prefix in Prefixes)
        {
            if (folded.StartsWith(prefix) && BySpan.TryGetValue(folded[prefix.Length..], out var found) && found.Column != Column.Name)
            {
                return (found.Column, found.Order + Worse);
            }
        }

        return null;
    }
}
