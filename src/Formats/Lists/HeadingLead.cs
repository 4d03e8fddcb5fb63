using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>The title in a heading.</summary>
internal static class HeadingLead
{
    /// <summary>Null for a heading that names a part or says nothing.</summary>
    public static Lead? Read(MarkdownLine line)
    {
        var at = LeadTags.Skip(line, 0);
        if (at >= line.Text.Length)
        {
            return null;
        }

        if (LeadReader.Read(line) is { Kind: not LeadKind.Bare } lead)
        {
            return lead.Kind == LeadKind.Bold && lead.End < line.Text.Length ? Whole(line, at) ?? lead : lead;
        }

        return Whole(line, at);
    }

    private static Lead? Whole(MarkdownLine line, int at)
    {
        var end = line.Links.FirstOrDefault(link => link.Start > at && link.IsButton) is { End: > 0 } button
            ? button.Start
            : line.Text.Length;
        var title = line.Text[at..end].Trim().TrimEnd('[', '(', ' ', ':', '#');
        return TitleWords.IsTitle(title, 1) ? new(LeadKind.Plain, title, null, at, end) : null;
    }
}
