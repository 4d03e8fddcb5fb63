using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Arxiv;

internal sealed partial class ArxivPageItems
{
    [GeneratedRegex(@"^(?:\[\d{1,5}\]\s*)?arXiv:\s*(?<id>[^\s\[\](),]{5,40})(?<other>\s*\((?:cross-list|replaced)[^()]{0,60}\))?\s*(?:\[.{0,80})?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:(?<name>Title|Authors?|Comments|Subjects|Journal[- ]ref|Report-no|MSC-class|ACM-class|Abstract|(?:Related )?DOI)\s?:|(?<name>Submitted)\s(?=\d)|(?<name>doi)\s(?=10\.))\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:cross|replace)", RegexOptions.IgnoreCase)]
    private static partial Regex Other();

    [GeneratedRegex(@"\((?<class>[a-z-]{2,9}(?:\.[A-Za-z-]{2,9})?)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Class();

    [GeneratedRegex(@"^[a-z-]{2,9}(?:\.[A-Za-z-]{2,9})?(?: [a-z-]{2,9}\.[A-Za-z-]{2,9})*$")]
    private static partial Regex Classes();

    /// <summary>The whole abstract stands folded behind its start.</summary>
    [GeneratedRegex(@"▽ More\s*(?<text>.*?)\s*△ Less", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Unfolded();

    [GeneratedRegex(@"^(?:\[?\s?Total of \d|\(?\s?showing |Results? \d|Search v)", RegexOptions.IgnoreCase)]
    private static partial Regex Paging();
}
