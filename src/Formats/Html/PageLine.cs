using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.Html;

/// <summary>A line of a page with the links in it.</summary>
/// <param name="IsHeading">Stands in a heading.</param>
/// <param name="Text">Without number or mark before it.</param>
/// <param name="Number">From 1.</param>
/// <param name="Links">Words and targets, those that count clicks followed as far as they say.</param>
internal sealed partial record PageLine(bool IsHeading, string Text, int Number, IReadOnlyList<PageLink> Links)
{
    /// <summary>Longer lines are running text, whose ids may be those of other works.</summary>
    private const int LongestLabel = 400;

    /// <summary>The ids that the line gives: those of its links, or named in it.</summary>
    public KnownIds Ids { get; } = IdsOf(Text, Links);

    /// <summary>The address of the link that makes up the whole line; null where there is none.</summary>
    public string? Target => Links.FirstOrDefault(link => link.Words.Length > 0 && link.Words.Length >= Text.Length * 4 / 5)?.Target;

    /// <summary>The blocks of a page as lines. Where a link begins a line that goes on, it is a line of its own.</summary>
    public static IReadOnlyList<PageLine> Of(IEnumerable<HtmlBlock> blocks)
    {
        var lines = new List<PageLine>();
        var links = new List<PageLink>();
        foreach (var block in blocks)
        {
            if (block.Kind == HtmlBlockKind.Link)
            {
                links.Add(new PageLink(block.Text, TrackedLink.Target(block.Href ?? "")));
            }
            else if (block.Kind is HtmlBlockKind.Text or HtmlBlockKind.Heading)
            {
                if (links.Count == 0 && block.Href is { Length: > 0 } href)
                {
                    links.Add(new PageLink(block.Text, TrackedLink.Target(href)));
                }

                lines.AddRange(Divide(block, links));
                links = [];
            }
        }

        return lines;
    }

    private static IEnumerable<PageLine> Divide(HtmlBlock block, List<PageLink> links)
    {
        var text = block.Text[Mark().Match(block.Text).Length..];
        var heading = block.Kind == HtmlBlockKind.Heading;
        if (links.Find(link => link.Words.Length > 0) is { Words: var words } first && words.Length < text.Length - 2
            && text.StartsWith(words, StringComparison.Ordinal) && PageWords.MayBeTitle(words))
        {
            var rest = text[words.Length..].TrimStart(' ', '.', ',', ';', ':', '-', '–', '—', '|', '/');
            return [new(heading, words, block.Line, [first]), new(heading, rest, block.Line, links.FindAll(link => link != first))];
        }

        return [new(heading, text, block.Line, links)];
    }

    private static KnownIds IdsOf(string text, IReadOnlyList<PageLink> links)
    {
        var ids = links.Aggregate(default(KnownIds), (known, link) => known.WithLink(link.Target));
        return text.Length < LongestLabel ? ids.With(ArxivIds.Find(text), Dois.Find(text)) : ids;
    }

    /// <summary>A number or a kind of file before a title.</summary>
    [GeneratedRegex(@"^(?:(?:\[(?:PDF|HTML|DOC|BOOK|B|CITATION|C)\]|\[\d{1,3}\]|\d{1,3}[.)]|[•·▪●■►–-]|\*)\s+)+",
        RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}

/// <summary>A link of a page: what it says, and where it leads.</summary>
internal sealed record PageLink(string Words, string Target);
