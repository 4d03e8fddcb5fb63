using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace PaperFunctions.Tests.Structure;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));

    public static string Source { get; } = Path.Combine(Root, "src");

    /// <summary>Names of the folders of src that hold a room of the product.</summary>
    public static IReadOnlyList<string> Rooms { get; } = [.. FoldersOf(Source).Where(name => name != "Emulators")];

    /// <summary>Names of the folders of src/Emulators.</summary>
    public static IReadOnlyList<string> Emulators { get; } = [.. FoldersOf(Path.Combine(Source, "Emulators"))];

    public static XDocument ProjectOf(string room) => XDocument.Load(Path.Combine(Source, room, $"PaperFunctions.{room}.csproj"));

    /// <summary>C# and Razor files that people wrote, below a folder.</summary>
    public static IEnumerable<string> FilesBelow(string folder) => FilesBelow(folder, ".cs", ".razor");

    /// <summary>Files of these extensions below a folder that no build made.</summary>
    public static IEnumerable<string> FilesBelow(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f)))
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "obj" or "bin" or "node_modules"));

    private static IEnumerable<string> FoldersOf(string folder) =>
        Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
