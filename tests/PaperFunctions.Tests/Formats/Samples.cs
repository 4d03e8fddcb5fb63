using System.Runtime.CompilerServices;

namespace PaperFunctions.Tests.Formats;

/// <summary>The files in tests/samples.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "../../samples"));

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
