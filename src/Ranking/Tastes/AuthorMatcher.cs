using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>Whether two names may be one author: the same family name, and given names that agree or
/// shorten to the same initials.</summary>
internal static class AuthorMatcher
{
    public static bool Same(string one, string other)
    {
        var (a, b) = (Parts(one), Parts(other));
        if (a.Length == 0 || b.Length == 0 || a[^1] != b[^1])
        {
            return false;
        }

        // A bare family name matches only where both are bare: "Li" alone says too little.
        if (a.Length == 1 || b.Length == 1)
        {
            return a.Length == b.Length;
        }

        return a[0] == b[0] || ((a[0].Length == 1 || b[0].Length == 1) && a[0][0] == b[0][0]);
    }

    /// <summary>A key that names which may be one author share.</summary>
    public static string Bucket(string name) => Parts(name) is { Length: > 0 } parts ? parts[^1] : "";

    private static string[] Parts(string name)
    {
        // "Family, Given" is turned round.
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var ordered = comma < 0 ? name : $"{name[(comma + 1)..]} {name[..comma]}";
        var folded = new System.Text.StringBuilder(ordered.Length);
        Span<char> form = stackalloc char[Folding.Longest];
        for (var at = 0; at < ordered.Length;)
        {
            foreach (var c in form[..Folding.Next(ordered, ref at, form)])
            {
                folded.Append(char.IsLetterOrDigit(c) ? c : ' ');
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
