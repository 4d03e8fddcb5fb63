namespace PaperFunctions.Tests.Formats;

/// <summary>Real digests, where this machine has them: the folder that PAPERFUNCTIONS_CORPUS names.</summary>
internal static class Corpus
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("PAPERFUNCTIONS_CORPUS") is { Length: > 0 } folder
        ? folder
        : null;

    public static string[] Files => Folder is null ? [] : [.. Directory.GetFiles(Folder, "trending-*.txt").Order(StringComparer.Ordinal)];
}
