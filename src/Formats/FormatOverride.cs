namespace PaperFunctions.Formats;

/// <summary>A format that somebody settled: in the blob's metadata, or as the last but one part of the
/// name (<c>x.bibtex.txt</c>).</summary>
internal static class FormatOverride
{
    public static string? Of(DigestSource source) =>
        string.IsNullOrWhiteSpace(source.FormatOverride) ? InName(source.Name) : source.FormatOverride.Trim();

    private static string? InName(string name)
    {
        var parts = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Split('.');
        return parts.Length >= 3 && FormatRegistry.Find(parts[^2]) is { IsContainer: false } format ? format.Name : null;
    }
}
