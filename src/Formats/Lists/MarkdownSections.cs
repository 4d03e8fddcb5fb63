using System.Text.RegularExpressions;
using PaperFunctions.Formats.Ids;
using PaperFunctions.Formats.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Headings and items of Markdown to papers: which begins one, which tells more of it, and which is a section.</summary>
internal sealed partial class MarkdownSections(ListAssembler list)
{
    private bool underHeading;
    private int level;

    /// <summary>A heading with others below it is a section, whatever text it has, unless it names authors or an id.</summary>
    public Entry? Heading(string text, int depth, int number)
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
    public Entry? Item(string text, int indent, int number)
    {
        text = Bare().Replace(Tag().Replace(text, ""), "<${url}>");
        var lead = Markdown.Lead(text);
        if (!lead.Success && indent == 0 && !(underHeading && list.Current is { IsDescribed: true }))
        {
            lead = UnmarkedItem.Read(text) ?? lead;
        }

        var belongs = indent > 0 || (underHeading && list.Current is { } paper && (!lead.Success || paper.IsDescribed || (paper.HasAbstract && IsButton(lead))));
        if (belongs && !lead.Success && indent == 0 && list.Current is { Authors.Count: 0, HasIds: false } && IsWork(text))
        {
            list.Drop(); // a section: its ids are those of its items
            return null;
        }

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
            var url = lead.Groups["url"].Value;
            list.Current?.AddLink(url);
            if (list.Current is { } begun)
            {
                begun.IsTool = Uri.TryCreate(url, UriKind.Absolute, out _) && url.Contains("://", StringComparison.Ordinal) && LinkKinds.Of(url) == LinkKind.Code;
            }
        }

        Rest(text[lead.Length..]);
        return before;
    }

    /// <summary>What follows an item's title: authors, then the abstract, in any of the usual punctuation.</summary>
    private void Rest(string rest)
    {
        AddLinks(rest);
        rest = Separator().Replace(Markdown.Plain(Linked().Replace(rest, "")), "", 1).Trim();
        if (!rest.Any(char.IsLetterOrDigit) || list.Current is not { } paper)
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

    /// <summary>More of the paper that is under way.</summary>
    public Entry? Text(string line)
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

    /// <summary>An item that has an id and a title, however it is written; "Paper: [arXiv](...)" has no title.</summary>
    private static bool IsWork(string text) =>
        Markdown.Links(text).Any(link => default(KnownIds).WithLink(link.Url) != default)
        && Markdown.Plain(Linked().Replace(text, "")).Count(c => c == ' ') > 3 && FieldLabel.Of(text) is null;

    /// <summary>[pdf], [project page]: a link of a word or two.</summary>
    private static bool IsButton(Match lead) => lead.Groups["url"].Success && lead.Groups["title"].Value.Split(' ').Length <= 2;
}
