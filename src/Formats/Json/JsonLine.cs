using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.Json;

/// <summary>A paper as one line of Markdown, which scripts that publish daily lists keep in JSON: a row of a table
/// <c>|**2024-01-31**|**Title**|Authors|[2401.00001](address)|**[link](address)**|</c>, or an item
/// <c>- 2024-01-31, **Title**, Authors, Paper: [address](address)</c>.</summary>
internal static class JsonLine
{
    private const int LongestLine = 1 << 15;

    /// <summary>Whether the text that the reader is on begins as a row or an item, and has bold words or a link.</summary>
    public static bool IsOne(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        return text.Length is > 20 and < LongestLine && (text[0] == '|' || text.StartsWith("- "u8) || text.StartsWith("* "u8))
            && (text.IndexOf("**"u8) >= 0 || text.IndexOf("]("u8) >= 0);
    }

    public static bool Describe(string line, string? key, string? group, PaperDraft draft)
    {
        var spans = MarkdownSpans.Of(line);
        draft.Published = spans.Select(span => Dates.Parse(span.Text)).FirstOrDefault(date => date is not null);
        var title = Title(spans);
        draft.Title = title < 0 ? null : spans[title].Text.Replace("\\|", "|", StringComparison.Ordinal);
        draft.Ids = draft.Ids.With(ArxivIds.Parse(key), Dois.Parse(key));
        foreach (var span in spans)
        {
            draft.AddLink(span.Url);
        }

        if (title >= 0 && title + 1 < spans.Count && spans[title + 1] is { Url: null, IsBold: false } authors)
        {
            draft.AddAuthors(Names.Many(WithoutLabel(authors.Text)));
        }

        draft.AddCategory(group);
        return true;
    }

    /// <summary>The first bold text that is neither a date nor a link, else the first link whose text has several words.</summary>
    private static int Title(IReadOnlyList<MarkdownSpan> spans)
    {
        var bold = Find(spans, span => span is { IsBold: true, Url: null });
        return bold >= 0 ? bold : Find(spans, span => span.Url is not null && span.Text.AsSpan().Count(' ') > 1);
    }

    private static int Find(IReadOnlyList<MarkdownSpan> spans, Predicate<MarkdownSpan> fits)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (fits(spans[i]) && Dates.Parse(spans[i].Text) is null)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"Xu Ye et.al., Paper" to "Xu Ye et.al.": the word in front of a link is its label.</summary>
    private static string WithoutLabel(string text)
    {
        var comma = text.LastIndexOf(',');
        return text.EndsWith(':') ? comma < 0 ? "" : text[..comma] : text;
    }
}
