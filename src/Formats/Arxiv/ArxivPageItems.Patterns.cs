using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Arxiv;

internal sealed partial class ArxivPageItems
{
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:\[\d{1,5}\]\s*)?arXiv:\s*(?<id>[^\s\[\](),]{5,40})(?<other>\s*\((?:cross-list|" +
        @"replaced)[^()]{0,60}\))?\s*(?:\[.{0,80})?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"^(?:(?<name>Title|Authors?|Comments|Subjects|Journal[- ]ref|Report-no|MSC-class|ACM-class|Abstract|" +
        @"(?:Related )?DOI)\s?:|(?<name>Submitted)\s(?=\d)|(?<name>doi)\s(?=10\.))\s*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\b(?:cross|replace)", RegexOptions.IgnoreCase)]
    private static partial Regex Other();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\((?<class>[a-z-]{2,9}(?:\.[A-Za-z-]{2,9})?)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Class();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^[a-z-]{2,9}(?:\.[A-Za-z-]{2,9})?(?: [a-z-]{2,9}\.[A-Za-z-]{2,9})*$")]
    private static partial Regex Classes();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:\[?\s?Total of \d|\(?\s?showing |Results? \d|Search v)", RegexOptions.IgnoreCase)]
    private static partial Regex Paging();
}
