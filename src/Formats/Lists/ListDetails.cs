using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.Lists;

/// <summary>What the lines of one paper say beside its title: authors, links, a venue, a date, the abstract.</summary>
internal sealed partial class ListDetails(DateTimeOffset uploadedAt)
{
    private const int LongValue = 80;

    /// <summary>Some pages make a link of the whole abstract; shorter links are buttons.</summary>
    private const int LinkedAbstract = 150;

    private string _label = "";

    /// <summary>A line that says something of a paper, wherever it is indented: labelled, authors, or buttons.</summary>
    public static bool IsDetail(MarkdownLine line) =>
        line.Label is not null || line.IsButtons || line.IsAuthors;

    public static bool IsAbstractHeading(string heading) =>
        heading.Trim(' ', ':', '*', '#').ToLowerInvariant() is "abstract" or "summary" or "摘要" or "tl;dr" or "tldr";

    /// <summary>The text behind a title without buttons and separators.</summary>
    public static string Rest(MarkdownLine line, int from)
    {
        var rest = line.Without(link => link.IsButton && link.Length < LinkedAbstract, from, line.Text.Length);
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        rest = colon >= 0 && rest.LastIndexOf(':') > colon ? Shortcode().Replace(rest, "") : rest;
        return BehindSeparator(rest);
    }

    /// <summary>Without what stands between a title and the text behind it: points, bars, dashes, the word "by".</summary>
    private static string BehindSeparator(string rest)
    {
        var text = rest.AsSpan();
        while (text is [var first, ..]
            && (char.IsWhiteSpace(first) || first is '.' or ',' or ':' or ';' or '|' or '–' or '—' or '-' or ')' or ']' or '>'))
        {
            text = text[1..];
        }

        var isBy = text.Length > 2 && text.StartsWith("by", StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(text[2]);
        text = (isBy ? text[2..] : text).Trim();
        return text.Length == rest.Length ? rest : text.ToString();
    }

    public void Begin(ListDraft draft, MarkdownLine line, Lead lead)
    {
        _label = "";
        if (lead.Url is not null)
        {
            draft.AddLink(lead.Url);
        }

        AddLinks(draft, line, lead);
        AddNamedId(draft, line.Text, lead.End);
        if (lead.Kind == LeadKind.Bare)
        {
            draft.AddId(lead.Title);
            return;
        }

        if (lead.Start > 0
            && AuthorLine.Cited(line.Text[LeadTags.Skip(line, 0) is var at && at < lead.Start
                ? at..lead.Start
                : lead.Start..lead.Start]) is { Count: > 0 } before)
        {
            draft.AddAuthors(before);
        }

        Describe(draft, Rest(line, lead.End), line.Kind == LineKind.Heading);
    }

    public void Add(ListDraft draft, MarkdownLine line)
    {
        if (line.Label is { } label)
        {
            Labelled(draft, line, label.Name, line.Text[label.Value..].Trim(' ', '*', '`', '_', '|'));
            return;
        }

        var text = line.Text.Trim();
        if (text.Length < 120 && IsId(text))
        {
            draft.AddId(text.TrimEnd('.'));
            return;
        }

        if (line.IsButtons || line.Links.Any(link => link.IsButton))
        {
            AddLinks(draft, line, null);
        }

        if (line.First)
        {
            _label = "";
        }

        Describe(draft, Rest(line, 0), false);
    }

    private void Labelled(ListDraft draft, MarkdownLine line, string name, string value)
    {
        _label = name;
        AddLinks(draft, line, null, name);
        if (name is "comments" && value.Length >= LongValue && !draft.HasText && line.Links.Length == 0)
        {
            draft.AddText(value);
        }

        draft.Set(name, value, uploadedAt);
    }

    /// <summary>Authors first, then a venue or a date, then the abstract, in any of the usual punctuation.</summary>
    private void Describe(ListDraft draft, string rest, bool heading)
    {
        if (!rest.Any(char.IsLetterOrDigit))
        {
            return;
        }

        if (_label == "authors" && (AuthorLine.LooksLike(rest) || AuthorLine.IsName(rest)))
        {
            draft.AddAuthors(AuthorLine.Split(rest));
            return;
        }

        if (!draft.HasAuthors && !draft.HasText)
        {
            rest = Authors(draft, rest);
        }

        if (Venues.Is(rest) || heading)
        {
            if (rest.Length is > 5 and < 20 && Dates.Parse(rest, uploadedAt) is { } date)
            {
                draft.SetDate(date);
            }

            return;
        }

        if (IsText(rest) || draft.HasText)
        {
            draft.AddText(rest);
        }
    }

    private static string Authors(ListDraft draft, string rest)
    {
        rest = rest is ['(' or '1' or '2', ..] ? Year().Replace(rest, "") : rest;
        var (names, behind) = AuthorLine.Take(rest);
        if (names.Count > 0)
        {
            draft.AddAuthors(names);
            return behind;
        }

        if (AuthorLine.LooksLike(rest))
        {
            draft.AddAuthors(AuthorLine.Split(rest));
            return "";
        }

        if (AuthorLine.IsName(rest.TrimEnd('.')))
        {
            draft.AddAuthors([rest.TrimEnd('.')]);
            return "";
        }

        if (AuthorLine.EndOfName(rest) is var end and > 0)
        {
            draft.AddAuthors([rest[..end].Trim()]);
            return rest[(end + 1)..].Trim();
        }

        return rest;
    }

    private static bool IsText(string rest) => TitleWords.Count(rest) >= 2 && (rest.Length > 40 || rest[^1] is '.' or '。' or '…' or '!');

    /// <summary>All links beside the title; in a sentence they may lead to other works and give no id.</summary>
    private static void AddLinks(ListDraft draft, MarkdownLine line, Lead? lead, string label = "")
    {
        foreach (var link in line.Links)
        {
            var words = line.Text.AsSpan(link.Start, link.End - link.Start);
            if (label.Length > 0 || lead?.Kind == LeadKind.Bare || link.IsButton || link.End - link.Start >= LinkedAbstract)
            {
                draft.AddLink(link.Url, label.Length > 0 && label != "url" ? label : words);
            }
        }
    }

    /// <summary>"arXiv:2401.00001" behind a title.</summary>
    private static void AddNamedId(ListDraft draft, string text, int from)
    {
        if (!draft.HasIds && text.AsSpan(from).Contains("arxiv", StringComparison.OrdinalIgnoreCase)
            && ArxivIds.Find(text[from..]) is { } id)
        {
            draft.AddId($"arXiv:{id}");
        }
    }

    /// <summary>A line that holds an id that says so, and nothing else.</summary>
    private static bool IsId(string line) =>
        line.Contains("arxiv", StringComparison.OrdinalIgnoreCase)
            ? !line.Contains("://", StringComparison.Ordinal) && ArxivIds.Parse(line.TrimEnd('.')) is not null
        : line.StartsWith("doi", StringComparison.OrdinalIgnoreCase) && line.Count(c => c == ' ') < 2 && Dois.Parse(line) is not null;

    /// <summary>A picture that is written as a word: ":star:".</summary>
    [GeneratedRegex(@":[a-z0-9_+]{2,30}:", RegexOptions.NonBacktracking)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"^\(?(?:19|20)\d\d\)?[,.:]?\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Year();
}
