using System.Text;

namespace PaperFunctions.Tests.Formats.Specs;

/// <summary>One example of a Markdown spec.</summary>
/// <param name="Name">File name that the input is read under: the word after <c>input</c>, else <c>digest.txt</c>.</param>
internal sealed record Spec(string File, string Heading, string Name, byte[] Input, Expectation Expected)
{
    public static IReadOnlyList<Spec> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Samples.TestsFolder, "PaperFunctions.Tests", "Formats", "Specs"), "*.md")
            .Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<Spec> Read(string path)
    {
        var (heading, name, input) = ("", "", (string?)null);
        foreach (var (line, block) in Blocks(System.IO.File.ReadAllText(path)))
        {
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#', ' ');
            }
            else if (line.StartsWith("input", StringComparison.Ordinal))
            {
                (name, input) = (line["input".Length..].Trim(), block);
            }
            else if (line == "papers" && input is not null)
            {
                yield return new Spec(Path.GetFileName(path), heading, name.Length > 0
                    ? name
                    : "digest.txt", Encoding.UTF8.GetBytes(input), Expectation.Parse(block));
                input = null;
            }
        }
    }

    /// <summary>Headings, and fenced blocks by their info words; a fence may have more than three marks.</summary>
    private static IEnumerable<(string Info, string Text)> Blocks(string markdown)
    {
        var fence = "";
        var info = "";
        var text = new StringBuilder();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (fence.Length == 0 && line.StartsWith("```", StringComparison.Ordinal))
            {
                info = line.TrimStart('`').Trim();
                fence = line[..(line.Length - line.TrimStart('`').Length)];
                text.Clear();
            }
            else if (fence.Length > 0 && line == fence)
            {
                yield return (info, text.ToString());
                fence = "";
            }
            else if (fence.Length > 0)
            {
                text.Append(line).Append('\n');
            }
            else if (line.StartsWith('#'))
            {
                yield return (line, "");
            }
        }
    }
}

/// <summary>What a <c>papers</c> block says: <c>key: value</c> lines, a blank line between papers, facts
/// of the file before the first title.</summary>
internal sealed record Expectation(
    IReadOnlyList<Dictionary<string, string>> Papers, Dictionary<string, string> File, IReadOnlyList<(int Line, string Part)> Problems)
{
    public static Expectation Parse(string block)
    {
        var expectation = (Papers: new List<Dictionary<string, string>>(), File: new Dictionary<string, string>(),
            Problems: new List<(int, string)>());
        foreach (var line in block.Split('\n').Where(l => l.Contains(':')))
        {
            var (key, value) = (line[..line.IndexOf(':')].Trim(), line[(line.IndexOf(':') + 1)..].Trim());
            if (key == "problem")
            {
                expectation.Problems.Add((int.Parse(value.Split(' ')[0]), value[(value.IndexOf(' ') + 1)..]));
            }
            else if (key == "title")
            {
                expectation.Papers.Add(new() { [key] = value });
            }
            else
            {
                (expectation.Papers.Count == 0 ? expectation.File : expectation.Papers[^1])[key] = value;
            }
        }

        return new Expectation(expectation.Papers, expectation.File, expectation.Problems);
    }
}
