using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Structure.Patterns;

/// <summary>Reads from a pattern what its parts match: its literals, and one or two characters of each class.</summary>
internal static partial class PatternParts
{
    /// <summary>Tried on classes, in this order.</summary>
    private const string Candidates = " a1A-.,;:<>[](){}\"'`*_|/\\#%&=@~!?+\n\té\u0301";

    /// <summary>Samples of each part in the order of the pattern; what groups and quantifiers say is left out.</summary>
    public static IReadOnlyList<string[]> Of(string pattern)
    {
        var parts = new List<string[]>();
        foreach (Match token in Token().Matches(pattern))
        {
            var samples = Samples(token);
            if (samples.Length > 0)
            {
                parts.Add(samples);
            }
        }

        return parts;
    }

    private static string[] Samples(Match token) =>
        token.Groups["words"] is { Success: true } words ? [words.Value]
        : token.Groups["class"] is { Success: true } set ? Matching(set.Value)
        : token.Groups["hex"] is { Success: true } hex ? [((char)int.Parse(hex.ValueSpan, NumberStyles.HexNumber)).ToString()]
        : token.Groups["any"].Success ? ["a"]
        : token.Groups["escaped"] is { Success: true } escaped ? Escaped(escaped.Value[0])
        : [];

    private static string[] Escaped(char letter) => letter switch
    {
        'b' or 'B' or 'A' or 'z' or 'Z' or 'G' => [],
        'n' => ["\n"],
        'r' => ["\r"],
        't' => ["\t"],
        'd' or 'w' or 's' or 'D' or 'W' or 'S' => Matching($"\\{letter}"),
        _ => [letter.ToString()],
    };

    private static string[] Matching(string set)
    {
        var one = new Regex($"^{set}$", RegexOptions.NonBacktracking);
        return [.. Candidates.Select(c => c.ToString()).Where(c => one.IsMatch(c)).Take(2)];
    }

    [GeneratedRegex(
        @"(?<group>\(\?(?:<?[=!]|<\w+>|>|[a-zA-Z-]*:|[a-zA-Z-]+\))|\\k<\w+>)|(?<quantifier>[*+?]\??|\{\d+(?:,\d*)?\}\??)|(?<sign>[()|^$])" +
        @"|(?<class>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[pP]\{\w+\})|\\[ux](?<hex>[0-9A-Fa-f]{4}|[0-9A-Fa-f]{2})|\\(?<escaped>.)|(?<any>\.)|" +
        @"(?<words>[^\\()\[\]|^$.*+?{]+|.)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
