using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Feeds;

/// <summary>What the description of a feed's item says: feeds of journals put citation, authors and
/// abstract into one piece of HTML.</summary>
/// <param name="Abstract">Paragraphs that are none of the others; markup other than paragraphs is still in them.</param>
internal sealed record FeedDescription(string Abstract, string? Authors, string? Venue, DateOnly? Published)
{
    public static FeedDescription Read(string? html)
    {
        var found = new FeedDescription("", null, null, null);
        var text = new List<string>();
        foreach (var paragraph in FeedMarkup.Paragraphs(html))
        {
            found = FeedMarkup.Label().Match(paragraph) is { Success: true } label
                ? found.With(label.Groups["name"].Value.ToLowerInvariant(), label.Groups["value"].Value, text)
                : found.WithPlain(paragraph, text);
        }

        return found with { Abstract = string.Join("\n", text) };
    }

    private FeedDescription With(string label, string value, List<string> text)
    {
        switch (label)
        {
            case "publication date":
                return this with { Published = Dates.Parse(value) };
            case "source":
                return this with { Venue = value.Split(", Volume", 2)[0].Split(", Issue", 2)[0].Trim() };
            case "author(s)" or "authors" or "author":
                return this with { Authors = value };
            case "abstract":
                text.Clear();
                text.Add(value);
                return this;
            default:
                return this;
        }
    }

    private FeedDescription WithPlain(string paragraph, List<string> text)
    {
        if (Authors is null && text.Count == 0 && paragraph.StartsWith("by ", StringComparison.Ordinal)
            && AuthorLine.LooksLike(paragraph[3..]))
        {
            return this with { Authors = paragraph[3..] };
        }

        if (!FeedMarkup.Citation().IsMatch(paragraph))
        {
            text.Add(paragraph);
        }

        return this;
    }
}
