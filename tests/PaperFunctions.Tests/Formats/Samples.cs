using System.Runtime.CompilerServices;

namespace PaperFunctions.Tests.Formats;

/// <summary>Files that were written for the tests.</summary>
internal static class Samples
{
    public static string TestsFolder { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    public static string Folder { get; } = Path.Combine(TestsFolder, "samples");

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
