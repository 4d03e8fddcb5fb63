using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Evidence;

/// <summary>What shows that a text is about papers, whatever its shape: ids, addresses of publishers, names of fields, the words
/// of abstracts, a line of authors. See docs/formats.md.</summary>
internal static partial class PaperDetector
{
    private const int LongestLine = 1500;

    /// <summary>Of a whole page so much is looked at, in characters.</summary>
    private const int LookedAt = 2 << 20;

    /// <summary>Whether an address is that of a paper on a publisher's or a preprint server's site.</summary>
    public static bool IsPaperSite(string url) => url.Length <= 2000 && Publishers().IsMatch(url);

    /// <summary>Whether a text has the words of an abstract: "we propose", "experiments show".</summary>
    public static bool IsAbstract(string text) => text.Length <= LookedAt && Phrases().IsMatch(text);

    public static bool In(DigestHead head) => In(head.Text);

    public static bool In(string text) => text.Length > LookedAt ? Show(text[..LookedAt]) : Show(text);

    private static bool Show(string text) =>
        ArxivIds.Find(text) is not null || Dois.Find(text) is not null || Publishers().IsMatch(text) || Fields().IsMatch(text)
        || Phrases().IsMatch(text) || HasAuthors(text);

    /// <summary>A line of names, alone, between tags or behind the marked title of an item.</summary>
    private static bool HasAuthors(string text)
    {
        foreach (var line in Stretches().EnumerateSplits(text))
        {
            var stretch = text.AsSpan(line).Trim(" \t*_>-\r");
            if (stretch.Length is > 8 and < LongestLine && stretch.Contains(' ') && AuthorLine.LooksLike(stretch.ToString()))
            {
                return true;
            }
        }

        return BehindTitle().Matches(text).Any(match => AuthorLine.LooksLike(match.Groups["names"].Value.Trim(' ', '*', '_')));
    }

    [Backtracks(LookedAt, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\n|<[^<>\n]{0,500}>")]
    private static partial Regex Stretches();

    [Backtracks(LookedAt, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"(?:\)|\*\*)[ \t]*(?:[-–—,:|]+[ \t]*(?:by[ \t]+)?|by[ \t]+)(?<names>(?:[^\n:(|–—.]|(?<=\b\p{Lu})\.){8,400})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex BehindTitle();

    [Backtracks(LookedAt, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"//(?:[\w-]{1,40}\.){0,3}(?:openreview\.net|aclanthology\.org|semanticscholar\.org|biorxiv\.org|medrxiv\.org|" +
        @"chemrxiv\.org|" +
        @"nature\.com/articles|science\.org/doi|ieeexplore\.ieee\.org|dl\.acm\.org|sciencedirect\.com/science|link\.springer\.com|" +
        @"onlinelibrary\.wiley\.com|" +
        @"proceedings\.(?:mlr\.press|neurips\.cc)|papers\.nips\.cc|openaccess\.thecvf\.com|jmlr\.org|iclr\.cc|" +
        @"pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/(?:pmc|pubmed)|" +
        @"pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org|journals\.[\w.-]{3,40}|pubs\.[\w.-]{3,40}|eprint\.iacr\.org|hal\.science|ssrn\.com|" +
        @"plos\.org|mdpi\.com|frontiersin\.org|" +
        @"usenix\.org/conference|dblp\.org/rec|openalex\.org|paperswithcode\.com|huggingface\.co/papers|tandfonline\.com|" +
        @"iopscience\.iop\.org|jstor\.org|zenodo\.org|" +
        @"scopus\.com|webofscience\.com|inspirehep\.net|adsabs\.harvard\.edu|scholar\.google\.[a-z.]{2,6}/scholar)|[""'(]/(?:papers|abs|" +
        @"pdf)/\d{4}\.\d{4,5}", RegexOptions.IgnoreCase)]
    private static partial Regex Publishers();

    /// <summary>Names of fields as headers, keys and labels have them, and the namespaces of journals' feeds.</summary>
    [Backtracks(LookedAt, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\b(?:abstract|authors|author\(s\)|doi|arxiv(?:[ _]?id)?|pmid)[""'*_]{0,3}\s?(?:[:;,\t|]|\r?$)|" +
        @"""\d{4}\.\d{4,5}(?:v\d{1,2})?""\s?:|\b(?:prismstandard\.org|purl\.org/rss/1\.0/modules/prism)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Fields();

    [Backtracks(LookedAt, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\bet al\b|\b[Ii]n this (?:paper|work|study|article|survey|thesis)\b|\b[Tt]his (?:paper|study|work|survey|article|" +
        @"thesis) (?:\w+s|we)\b|" +
        @"\b[Ww]e (?:also |then |further |first |thus |formally |empirically |theoretically )?(?:propose|present|introduce|study|show|" +
        @"prove|demonstrate|investigate|analy[sz]e|develop|describe|evaluate|train|" +
        @"measure|find|derive|explore|examine|establish|address|release|report|observe|characteri[sz]e|formulate|design|conduct|" +
        @"consider)\b|" +
        @"\b(?:[Ee]xperiments|[Ee]xperimental results|[Rr]esults|[Ff]indings|[Ee]valuations?) (?:\w+ ){0,4}(?:show|demonstrate|suggest|" +
        @"indicate|reveal|confirm)\b|" +
        @"\bstate[- ]of[- ]the[- ]art\b|\b[Pp]reprints?\b|\bProceedings of\b|\bpeer[- ]reviewed\b")]
    private static partial Regex Phrases();
}
