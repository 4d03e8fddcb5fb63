using System.Text.RegularExpressions;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Docs;

/// <summary>The project's own pages and the links on them.</summary>
internal static partial class MarkdownFile
{
    /// <summary>All pages that people read: at the top, in docs, in infra, and the formats' specs.</summary>
    public static IEnumerable<string> All() =>
        new[] { "docs", "infra", Path.Combine("tests", "PaperFunctions.Tests", "Formats"), ".github" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.md", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Checkout.Root, "*.md"))
        .Select(file => Path.GetRelativePath(Checkout.Root, file))
        .Order(StringComparer.Ordinal);

    /// <summary>Links to other files: the text, and the file without the part behind <c>#</c>.</summary>
    public static IEnumerable<(string Text, string Target)> Links(string file) =>
        Link().Matches(File.ReadAllText(Path.Combine(Checkout.Root, file)))
        .Select(m => (m.Groups["text"].Value, Target: m.Groups["target"].Value.Split('#')[0]))
        .Where(l => l.Target.Length > 0 && !l.Target.Contains("://", StringComparison.Ordinal)
            && !l.Target.StartsWith("mailto:", StringComparison.Ordinal));

    public static string Resolve(string file, string target) =>
        Path.GetFullPath(Path.Combine(Checkout.Root, Path.GetDirectoryName(file)!, target));

    [GeneratedRegex(@"\[(?<text>[^\]\n]+)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
