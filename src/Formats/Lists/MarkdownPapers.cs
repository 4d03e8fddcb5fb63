using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Lines of Markdown to papers.</summary>
internal sealed partial class MarkdownPapers(ListAssembler list)
{
    private readonly MarkdownSections sections = new(list);
    private bool fenced;
    private bool inFront;
    private (string Text, MarkdownTable? Table) held;
    private MarkdownTable? table;

    public int Count => list.Count;

    public IEnumerable<Entry> End() => Some(Release(), list.End());

    /// <summary>Takes a line; a header of a table is held until the next line says that it is one.</summary>
    public IEnumerable<Entry> Add(string line, int indent, int number)
    {
        inFront = FrontMatter.GoesOn(line, number, inFront);
        if (inFront)
        {
            return [];
        }

        if (held.Table is not null && MarkdownTable.IsRule(line))
        {
            (table, held) = (held.Table, default);
            return Some(BeforeTable());
        }

        var before = Release();
        if (table is not null && line.Contains('|', StringComparison.Ordinal))
        {
            return table.Read(line) is { } paper ? Some(before, list.Take(paper, number)) : Some(before);
        }

        table = null;
        if (!fenced && MarkdownTable.Of(line) is { } next)
        {
            held = (line, next);
            return Some(before);
        }

        return Some(before, Line(line, indent, number));
    }

    /// <summary>A line that looked like a table's header and was none.</summary>
    private Entry? Release()
    {
        var text = held.Text;
        held = default;
        return text is null ? null : sections.Text(text);
    }

    /// <summary>What stands above a table is a section of it, unless it names authors or an id.</summary>
    private Entry? BeforeTable()
    {
        if (list.Current is { Authors.Count: 0, HasIds: false })
        {
            list.Drop();
        }

        return list.End();
    }

    private static IEnumerable<Entry> Some(params IEnumerable<Entry?> entries) => entries.OfType<Entry>();

    private Entry? Line(string line, int indent, int number)
    {
        fenced ^= line.StartsWith("```", StringComparison.Ordinal);
        if (fenced || line.Length == 0 || line[0] == '|' || IsRule(line) || (line[0] == '<' && Tags().IsMatch(line)))
        {
            list.Blank();
            return null;
        }

        if (indent == 0 && ListMarkdown.Heading().Match(line) is { Success: true } heading)
        {
            return sections.Heading(heading.Groups["text"].Value, heading.Groups["level"].Length, number);
        }

        if (FieldLabel.Of(line) is { } field && (list.Current is not null || field.Name == "title"))
        {
            return list.Field(field.Name, field.Value, number);
        }

        return ListMarkdown.Item().Match(line) is { Success: true } item ? sections.Item(item.Groups["text"].Value, indent, number) : sections.Text(line);
    }

    private static bool IsRule(string line) => line.Length >= 3 && line.AsSpan().IndexOfAnyExcept("-*_= ") < 0;

    /// <summary>HTML that only frames: folds, badges, a link back to the top.</summary>
    [GeneratedRegex(@"^<(?:!--|/|(?:details|summary|p|div|ol|ul|li|img|center|table|tr|td|th|thead|tbody|br|hr|h[1-6]|picture|source)\b).{0,400}$", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();
}
