using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Docs;

/// <summary>The project's own pages and the links on them.</summary>
internal static partial class MarkdownFile
{
    /// <summary>All pages that people read: at the top, in docs, in infra, and the formats' specs.</summary>
    public static IEnumerable<string> All() => new[] { "docs", "infra", Path.Combine("tests", "PaperFunctions.Tests", "Formats"), ".github" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Root, "*.md"))
        .Select(file => Path.GetRelativePath(Root, file))
        .Order(StringComparer.Ordinal);

    public static string Root { get; } = FindRoot();

    /// <summary>Links to other files: the text, and the file without the part behind <c>#</c>.</summary>
    public static IEnumerable<(string Text, string Target)> Links(string file) => Link().Matches(File.ReadAllText(Path.Combine(Root, file)))
        .Select(m => (m.Groups["text"].Value, Target: m.Groups["target"].Value.Split('#')[0]))
        .Where(l => l.Target.Length > 0 && !l.Target.Contains("://", StringComparison.Ordinal) && !l.Target.StartsWith("mailto:", StringComparison.Ordinal));

    public static string Resolve(string file, string target) => Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(file)!, target));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PaperFunctions.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\[(?<text>[^\]\n]+)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
