using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Lists;

/// <summary>Tells a line of authors from other lines, and takes it apart.</summary>
internal static partial class AuthorLine
{
    private const int LongestLine = 1500;

    private const int MostWordsInName = 5;

    /// <summary>Names with a separator between them, and nothing else.</summary>
    public static bool LooksLike(string line)
    {
        if (line.Length is < 5 or > LongestLine || line.EndsWith('?') || line.Contains(':', StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        var names = Split(line);
        return names.Count >= 2 && names.All(IsName);
    }

    /// <summary>One name, two to five capitalised words, perhaps with initials and particles.</summary>
    public static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.Length <= MostWordsInName && words.All(w => NameWord().IsMatch(w)) && char.IsUpper(words[^1][0]);
    }

    /// <summary>The names as "Given Family", without marks, numbers and "et al.".</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        line = Noise().Replace(line, " ").Trim().TrimEnd('.', ',', ';').Trim();
        var separator = line.Contains(';', StringComparison.Ordinal) ? Semicolons() : Commas();
        return [.. separator.Split(line).Select(n => Turn(n.Trim())).Where(n => n.Length > 1).Take(1000)];
    }

    /// <summary>"Family, Given" where semicolons part the names.</summary>
    private static string Turn(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? name : $"{name[(comma + 1)..].Trim()} {name[..comma].Trim()}".Trim();
    }

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}\p{M}'’.\-]*|\p{Lu}\.(?:-?\p{Lu}\.)*|van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|ter|ten|du|y)$")]
    private static partial Regex NameWord();

    [GeneratedRegex(@"\bet al\.?|\(\d+ more authors?\)|[*†‡§¶¹²³⁰-⁹]+|\(equal contribution\)|(?<=\p{L})\d+(?:,\d+)*")]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s*;\s*(?:and\s+|&\s*)?|\s+and\s+|\s+&\s+")]
    private static partial Regex Semicolons();

    [GeneratedRegex(@"\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s+&\s+|\s+·\s+|\s+\|\s+")]
    private static partial Regex Commas();
}
