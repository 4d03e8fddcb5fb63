using System.Globalization;
using System.Text.Json;
using PaperFunctions.Formats.Lists;

namespace PaperFunctions.Formats.Html;

/// <summary>The papers in the data that Hugging Face's pages carry for their script (<c>data-props</c>): <c>dailyPapers</c>, each with a
/// <c>paper</c> as the daily-papers API gives it.</summary>
internal static class PageData
{
    public static IEnumerable<DigestItem> Read(string json, int line)
    {
        if (!json.Contains("\"dailyPapers\"", StringComparison.Ordinal) || Parse(json) is not { } document)
        {
            yield break;
        }

        using (document)
        {
            if (Text(document.RootElement, "dateString") is { } date && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                yield return new DigestItem.Dated(day);
            }

            var rank = 0;
            foreach (var item in Items(document.RootElement, "dailyPapers"))
            {
                if (Paper(item, line) is { } paper)
                {
                    yield return new DigestItem.Found(paper.ToEntry(++rank));
                }
            }
        }
    }

    private static ListedPaper? Paper(JsonElement item, int line)
    {
        var fields = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("paper", out var inner) ? inner : item;
        if (fields.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if ((Text(fields, "title") ?? Text(item, "title")) is not { Length: > 0 } title)
        {
            return null;
        }

        var paper = new ListedPaper(title, line)
        {
            Authors = [.. Items(fields, "authors").Select(a => Text(a, "name")).OfType<string>()],
            Upvotes = fields.TryGetProperty("upvotes", out var votes) && votes.ValueKind == JsonValueKind.Number && votes.TryGetInt32(out var count) ? count : null,
            Published = Text(fields, "publishedAt") is { Length: >= 10 } at && DateOnly.TryParse(at.AsSpan(0, 10), CultureInfo.InvariantCulture, out var date) ? date : null,
        };
        paper.AddText(Text(fields, "summary") ?? Text(item, "summary") ?? "");
        AddLinks(paper, fields);
        return paper;
    }

    private static void AddLinks(ListedPaper paper, JsonElement fields)
    {
        if (Text(fields, "id") is { } id)
        {
            paper.AddId(id);
            paper.AddLink("https://huggingface.co/papers/" + id);
        }

        paper.AddLink(Text(fields, "githubRepo") ?? "", "code");
        paper.AddLink(Text(fields, "projectPage") ?? "", "project");
    }

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;
}
