using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Fields;

/// <summary>Author names from fields to "Given Family", "et al." dropped.</summary>
internal static partial class Names
{
    /// <summary>One name: "Family, Given" and "Family, Jr., Given" are turned round; anything else stays.</summary>
    public static string One(string? name)
    {
        var text = FieldText.Line(name).Trim(' ', ',', ';', '*', '†', '‡');
        if (text.Length == 0 || Others().IsMatch(text))
        {
            return "";
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [var family, var given] when Suffix().IsMatch(given) => $"{family} {given}",
            [var family, var given] => $"{given} {family}",
            [var family, var suffix, var given] when Suffix().IsMatch(suffix) => $"{given} {family} {suffix}",
            [var family, var given, var suffix] when Suffix().IsMatch(suffix) => $"{given} {family} {suffix}",
            _ => text,
        };
    }

    /// <summary>Names in one field of a table, a feed or a record, however they are divided.</summary>
    public static IEnumerable<string> Many(string? field)
    {
        var text = FieldText.Line(Affiliation().Replace(field ?? "", ""));
        return Split(text.Length > 500_000 ? text[..500_000] : text).Select(One).Where(name => name.Length > 0);
    }

    /// <summary>"Doe J" and "Doe JA", as PubMed has them, to "J Doe" and "JA Doe".</summary>
    public static string FromInitials(string? name)
    {
        var match = Initials().Match(FieldText.Line(name));
        return match.Success ? $"{match.Groups["given"].Value} {match.Groups["family"].Value}" : One(name);
    }

    private static IEnumerable<string> Split(string text)
    {
        if (text.Contains(';', StringComparison.Ordinal) || text.Contains('|', StringComparison.Ordinal))
        {
            return text.Split(';', '|');
        }

        var byAnd = And().Split(text);
        var byComma = BeforeSuffix().Replace(text, " ").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return byAnd.Length > 1 && byAnd.All(part => part.Count(c => c == ',') == 1) ? byAnd
            : byComma.Length < 2 ? byAnd
            : byComma.All(part => Initials().IsMatch(part) || Others().IsMatch(part)) ? byComma.Select(FromInitials)
            : ArePairs(byComma) ? byComma.Chunk(2).Select(pair => string.Join(", ", pair))
            : byComma.Length == 2 && byComma.Any(part => !part.Contains(' ', StringComparison.Ordinal)) ? [string.Join(", ", byComma)]
            : byComma.SelectMany(part => And().Split(part));
    }

    /// <summary>"Family, A. B., Family, C." rather than "Given Family, Given Family".</summary>
    private static bool ArePairs(string[] parts) =>
        parts.Length % 2 == 0 && parts.Where((_, i) => i % 2 == 1).All(part => OnlyInitials().IsMatch(part));

    [GeneratedRegex(@"^(?:and\s+)?(?:et\.?\s?al\.?|others|\.\.\.|…|n/a|none|null|unknown|anonymous)$", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"^(?:jr|sr|ii|iii|iv|phd|md)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();

    [GeneratedRegex(@",\s*(?=(?:jr|sr|ii|iii|iv)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex BeforeSuffix();

    [GeneratedRegex(@"(?:,\s*|\s+)(?:and|&)\s+|^and\s+|\s+(?=et\.?\s?al\.?$)", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?<family>(?:\p{Ll}{2,3} ){0,3}\p{Lu}[\p{L}'’.\- ]*\p{Ll}[\p{L}'’\-]*)\s(?<given>\p{Lu}{1,3})\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Initials();

    [GeneratedRegex(@"^(?:(?:and|&)\s+)?(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$")]
    private static partial Regex OnlyInitials();

    [GeneratedRegex(@"\s*\((?>[^()]|\((?>[^()]|\([^()]*\))*\))*\)")]
    private static partial Regex Affiliation();
}
