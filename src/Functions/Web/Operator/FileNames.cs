using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>Names of uploaded files as names of blobs.</summary>
internal static class FileNames
{
    private const int MaxLength = 120;
    private const int MaxExtension = 20;
    private const string Forbidden = "\\/?#%*:|\"<>&";

    /// <summary>The last part of a path, one clean line, without signs that mean something in an address or a path; never empty.</summary>
    public static string Safe(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(CleanText.Line(last).Select(c => Forbidden.Contains(c, StringComparison.Ordinal) ? '-' : c))
            .Trim(' ', '.');
        return clean.Length == 0 ? "digest" : clean.Length <= MaxLength ? clean : Cut(clean);
    }

    /// <summary>Keeps the extension, which may say the format.</summary>
    private static string Cut(string name)
    {
        var extension = Path.GetExtension(name) is { Length: <= MaxExtension } kept ? kept : "";
        var end = MaxLength - extension.Length;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)] + extension;
    }
}
