using System.Runtime.CompilerServices;

namespace PaperFunctions.Tests.Formats;

/// <summary>Files that were written for the tests.</summary>
internal static class Samples
{
    public static string TestsFolder { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    public static string Folder { get; } = Path.Combine(TestsFolder, "samples");

    /// <summary>The sample files, and the examples of the specs.</summary>
    public static IReadOnlyList<byte[]> All() =>
        [.. Directory.GetFiles(Folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes), .. Specs.Spec.All.Select(s => s.Input)];

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
