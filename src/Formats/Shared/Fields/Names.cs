using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Fields;

/// <summary>Author names from fields to "Given Family", "et al." dropped.</summary>
internal static partial class Names
{
    /// <summary>In characters: what is longer is not looked at for initials.</summary>
    private const int MaxName = 200;

    /// <summary>In characters: the rest of a longer field is dropped. The largest collaborations need 100,000.</summary>
    private const int MaxField = 500_000;

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
            [var family, var given] when IsEastAsian(family) && IsEastAsian(given) => family + given,
            [var family, var given] when SuffixBehind().Match(given) is { Success: true } behind =>
                $"{given[..behind.Index]} {family} {behind.Groups["suffix"].Value}",
            [var family, var given] => $"{given} {family}",
            [var family, var suffix, var given] when Suffix().IsMatch(suffix) => $"{given} {family} {suffix}",
            [var family, var given, var suffix] when Suffix().IsMatch(suffix) => $"{given} {family} {suffix}",
            _ => text,
        };
    }

    /// <summary>Names in one field of a table, a feed or a record, however they are divided.</summary>
    public static IEnumerable<string> Many(string? field)
    {
        var text = FieldText.Line(field);
        text = Affiliation().Replace(text.Length > MaxField ? text[..MaxField] : text, "");
        return Split(text).Select(One).Where(name => name.Length > 0);
    }

    /// <summary>"Given Family"; Chinese, Japanese and Korean script has the family's name first and no space.</summary>
    public static string Of(string? given, string? family) =>
        IsEastAsian(family) && IsEastAsian(given) ? family + given : $"{given} {family}".Trim();

    /// <summary>"Doe J" and "Doe JA", as PubMed has them, to "J Doe" and "JA Doe".</summary>
    public static string FromInitials(string? name)
    {
        var line = FieldText.Line(name);
        return line.Length <= MaxName && Initials().Match(line) is { Success: true } match
            ? $"{match.Groups["given"].Value} {match.Groups["family"].Value} {match.Groups["suffix"].Value}".TrimEnd()
            : One(name);
    }

    private static bool HasInitials(string name) => name.Length <= MaxName && Initials().IsMatch(name);

    private static bool IsEastAsian(string? name) =>
        name is { Length: > 0 }
            && name.All(c => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF'));

    private static IEnumerable<string> Split(string text)
    {
        text = Collaboration().Replace(text, "${name}, ");
        text = text.Replace(" · ", ", ", StringComparison.Ordinal);
        if (text.Contains(';', StringComparison.Ordinal) || text.Contains('|', StringComparison.Ordinal))
        {
            return text.Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Part);
        }

        if (text.Contains('/', StringComparison.Ordinal) && text.Split('/') is var bySlash
            && bySlash.All(part => part.Count(c => c == ',') == 1))
        {
            return bySlash;
        }

        var byAnd = And().Split(text);
        var byComma = BeforeSuffix().Replace(text, " ").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return byAnd.Length > 1 && byAnd.All(part => part.Count(c => c == ',') == 1) ? byAnd
            : byComma.Length < 2 ? byAnd.Select(name => HasInitials(name) ? FromInitials(name) : name)
            : byComma.SelectMany(part => And().Split(part)).Where(part => part.Length > 0).ToList() is var each
            && each.All(part => HasInitials(part) || Others().IsMatch(part)) ? each.Select(FromInitials)
            : ArePairs(byComma) ? byComma.Chunk(2).Select(pair => string.Join(", ", pair))
            : IsFirstTurned(byComma) ? byComma[2..].SelectMany(part => And().Split(part)).Prepend($"{byComma[0]}, {byComma[1]}")
            : byComma.Length == 2 && byComma.Any(part => !part.Contains(' ', StringComparison.Ordinal)) ? [string.Join(", ", byComma)]
            : byComma.SelectMany(part => And().Split(part));
    }

    /// <summary>One of the parts between semicolons: "Doe J.", or PubMed's list of persons before a group.</summary>
    private static IEnumerable<string> Part(string part)
    {
        part = part.StartsWith("and ", StringComparison.Ordinal) ? part[4..] : part.TrimStart('&', ' ');
        var byComma = part.TrimEnd('.').Split(',', StringSplitOptions.TrimEntries);
        return byComma.All(HasInitials) ? byComma.Select(FromInitials) : [Stop().Replace(part, "")];
    }

    /// <summary>"Family, Given, Given Family, and Given Family", as many styles of citations have it.</summary>
    private static bool IsFirstTurned(string[] parts) =>
        parts.Length > 2 && !parts[0].Contains(' ', StringComparison.Ordinal) && IsGiven(parts[1])
        && parts.Skip(2)
        .All(part => part.StartsWith("and ", StringComparison.Ordinal)
            ? part.IndexOf(' ', 4) > 0
            : part.Contains(' ', StringComparison.Ordinal));

    /// <summary>One given name, perhaps with initials: "Geoffrey", "Geoffrey E.".</summary>
    private static bool IsGiven(string part) => part.Split(' ').Skip(1).All(word => word is [_, '.'] or [_, '.', '-', _, '.']);

    /// <summary>"Family, A. B., Family, C." rather than "Given Family, Given Family"; short families
    /// such as "Wu" look like initials.</summary>
    private static bool ArePairs(string[] parts) =>
        parts.Length % 2 == 0 && parts.Where((_, i) => i % 2 == 1).All(part => OnlyInitials().IsMatch(part))
        && !parts.Where((_, i) => i % 2 == 0).Any(part => part is [_, ' ' or '.', ..]);

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:and\s+)?(?:et\.?\s?al\.?|others|\.\.\.|…|\[no authors?[^\]]*\]|n/a|none|null|unknown|anonymous)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:jr|sr|ii|iii|iv|phd|md)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\s(?<suffix>(?:jr|sr)\.?|I{2,3}|IV|[23](?:nd|rd))$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SuffixBehind();

    /// <summary>The full stop behind a list, not that of an initial or of "Inc.".</summary>
    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"(?<=\p{Ll}{4})\.$")]
    private static partial Regex Stop();

    /// <summary>"The LUMEN Collaboration: A. Amsel, B. Quill".</summary>
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"(?<name>\bCollaboration):\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Collaboration();

    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@",\s*(?=(?:jr|sr|ii|iii|iv)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex BeforeSuffix();

    /// <summary>White space comes as single spaces here.</summary>
    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"(?:,\s{0,3}|\s{1,3})(?:and|&)\s+|^and\s+|\s(?=et\.?\s?al\.?$)", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [Backtracks(MaxName, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?<family>(?:\p{Ll}{2,3} ){0,3}\p{Lu}[\p{L}'’.\- ]*\p{Ll}[\p{L}'’\-]*)\s(?<given>\p{Lu}{1,3}|" +
        @"(?:\p{Lu}\.-?){1,4})\.?(?:\s(?<suffix>Jr|Sr|2nd|3rd|II|III))?\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Initials();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:(?:and|&)\s+)?(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$")]
    private static partial Regex OnlyInitials();

    [Backtracks(BacktracksAttribute.Record, "It has an atomic group, which NonBacktracking lacks, keeps it linear.")]
    [GeneratedRegex(@" ?\((?>[^()]|\((?>[^()]|\([^()]*\))*\))*\)")]
    private static partial Regex Affiliation();
}
