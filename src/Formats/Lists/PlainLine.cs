using PaperFunctions.Formats.Shared.Links;
namespace PaperFunctions.Formats.Lists;

/// <summary>A line of plain text with its addresses as links.</summary>
internal static class PlainLine
{
    public static MarkdownLine Of(string text, int number)
    {
        var stretches = new List<Stretch>();
        var from = 0;
        for (var at = text.IndexOf("http", StringComparison.OrdinalIgnoreCase); at >= 0
            && stretches.Count < 50; at = text.IndexOf("http", Math.Max(from, at + 4), StringComparison.OrdinalIgnoreCase))
        {
            if (text.AsSpan(at).Contains("://", StringComparison.Ordinal) && Address.ReadAt(text, at) is { Url: { } url } found
                && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.AsSpan(at).StartsWith(url, StringComparison.Ordinal))
            {
                stretches.Add(new(from, at));
                stretches.Add(new(at, found.End, url, stretches.Count));
                from = found.End;
            }
        }

        stretches.Add(new(from, text.Length));
        return new(LineKind.Item, 1, number, true, false, text, [.. stretches.Where(stretch => stretch.End > stretch.Start)]);
    }
}
