using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Xml;

/// <summary>The root element of an XML file, seen from its start.</summary>
internal static partial class XmlHead
{
    /// <summary>Local name in lower case; empty where the text is no XML.</summary>
    public static string Root(string text)
    {
        var match = Start().Match(text);
        return match.Success ? match.Groups["root"].Value.ToLowerInvariant() : "";
    }

    [Backtracks(BacktracksAttribute.Head, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"^\s*(?:<\?[^>]{0,500}>\s*|<!--(?>[^-]|-(?!->))*-->\s*|" +
        @"<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?(?<root>[A-Za-z][\w.-]{0,60})[\s/>]", RegexOptions.ExplicitCapture)]
    private static partial Regex Start();
}
