using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Lines of Markdown to papers.</summary>
internal sealed partial class MarkdownPapers(ListAssembler list)
{
    private bool underHeading;
    private bool fenced;
    private int level;
    private (string Text, MarkdownTable? Table) held;
    private MarkdownTable? table;

    public int Count => list.Count;

    public IEnumerable<Entry> End() => Some(Release(), list.End());

    /// <summary>Takes a line; a header of a table is held until the next line says that it is one.</summary>
    public IEnumerable<Entry> Add(string line, int indent, int number)
    {
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
        return text is null ? null : Text(text);
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
            return Heading(heading.Groups["text"].Value, heading.Groups["level"].Length, number);
        }

        if (FieldLabel.Of(line) is { } field && (list.Current is not null || field.Name == "title"))
        {
            return list.Field(field.Name, field.Value, number);
        }

        return ListMarkdown.Item().Match(line) is { Success: true } item ? Item(item.Groups["text"].Value, indent, number) : Text(line);
    }

    /// <summary>A heading with others below it is a section, whatever text it has, unless it names authors or an id.</summary>
    private Entry? Heading(string text, int depth, int number)
    {
        if (underHeading && depth > level && list.Current is { Authors.Count: 0, HasIds: false })
        {
            list.Drop();
        }

        (underHeading, level) = (true, depth);
        var numbered = Numbered().Replace(text, "");
        var before = list.Begin(Markdown.Plain(numbered), number);
        AddLinks(numbered);
        if (AboutTheList().IsMatch(numbered))
        {
            list.Drop();
        }

        return before;
    }

    /// <summary>An item is a paper where its start is marked; below a heading's paper, or deeper, it tells more of that one.</summary>
    private Entry? Item(string text, int indent, int number)
    {
        text = Tag().Replace(text, "");
        var lead = Markdown.Lead(text);
        if (!lead.Success && indent == 0 && !(underHeading && list.Current is { IsDescribed: true }))
        {
            lead = UnmarkedItem.Read(text) ?? lead;
        }

        var belongs = indent > 0 || (underHeading && list.Current is { } paper && (!lead.Success || paper.IsDescribed || (paper.HasAbstract && IsButton(lead))));
        if (belongs || !lead.Success || lead.Groups["title"].Value.EndsWith(':'))
        {
            return Text(text);
        }

        if (underHeading)
        {
            list.Drop(); // a section with a word of introduction
        }

        underHeading = false;
        var before = list.Begin(Markdown.Plain(lead.Groups["title"].Value).TrimEnd('.', ','), number);
        if (lead.Groups["url"].Success)
        {
            list.Current?.AddLink(lead.Groups["url"].Value);
        }

        Rest(text[lead.Length..]);
        return before;
    }

    /// <summary>What follows an item's title: authors, then the abstract, in any of the usual punctuation.</summary>
    private void Rest(string rest)
    {
        AddLinks(rest);
        rest = Separator().Replace(Markdown.Plain(Linked().Replace(rest, "")), "", 1).Trim();
        if (rest.Length == 0 || list.Current is not { } paper)
        {
            return;
        }

        foreach (Match cut in Cut().Matches(rest))
        {
            var head = rest[..cut.Index];
            if (AuthorLine.LooksLike(head) || AuthorLine.IsName(head))
            {
                paper.Authors = AuthorLine.Split(head);
                rest = rest[(cut.Index + cut.Length)..];
                break;
            }

            if (cut.Index > 400)
            {
                break;
            }
        }

        if (rest.Length > 0)
        {
            list.Text(rest);
        }
    }

    private Entry? Text(string line)
    {
        list.Text(line.TrimStart('>', ' '));
        return null;
    }

    private void AddLinks(string text)
    {
        foreach (var (words, url) in Markdown.Links(text))
        {
            list.Current?.AddLink(url, words);
        }
    }

    /// <summary>[pdf], [project page]: a link of a word or two.</summary>
    private static bool IsButton(Match lead) => lead.Groups["url"].Success && lead.Groups["title"].Value.Split(' ').Length <= 2;

    private static bool IsRule(string line) => line.Length >= 3 && line.AsSpan().IndexOfAnyExcept("-*_= ") < 0;
}
