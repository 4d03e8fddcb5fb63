using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>Lines of a block of arXiv's listing mail, above its abstract.</summary>
internal static partial class ListingField
{
    /// <summary>Whether the line names a paper's id, with which a block begins.</summary>
    public static bool IsPaper(string line) => Paper().IsMatch(line);

    /// <summary>Puts what the line says into the block.</summary>
    public static void Read(string line, ListingBlock block)
    {
        if (Paper().Match(line) is { Success: true } paper && block.Id.Length == 0)
        {
            block.Id = paper.Groups["id"].Value;
        }
        else if (line.StartsWith("replaced with revised version", StringComparison.OrdinalIgnoreCase))
        {
            block.IsReplacement = true;
        }
        else if (Named().Match(line) is { Success: true } field)
        {
            block.Start(field.Groups["name"].Value, field.Groups["text"].Value);
        }
        else if (line.Length > 0)
        {
            block.Continue(line.Trim());
        }
    }

    [Backtracks(BacktracksAttribute.Line, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:arXiv:\s?|Paper(?:\s*\(\*cross-listing\*\))?:\s?)(?<id>\S{5,60})", RegexOptions.ExplicitCapture)]
    private static partial Regex Paper();

    [Backtracks(BacktracksAttribute.Line, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?<name>Title|Authors?|Categories|Comments?|Report-no|Journal-ref|DOI|License|From|Date|MSC-class|ACM-class|" +
        @"Subj-class|Proxy|Notes?)(?:\s*\([^)]{1,40}\))?\s*:\s?(?<text>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
