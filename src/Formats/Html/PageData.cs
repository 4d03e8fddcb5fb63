using System.Globalization;
using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;

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
            if (Text(document.RootElement, "dateString") is { } date
                && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                yield return new DigestItem.Dated(day);
            }

            var rank = 0;
            foreach (var item in Items(document.RootElement, "dailyPapers"))
            {
                if (Paper(item, line)?.Finish(rank + 1) is { } entry)
                {
                    rank++;
                    yield return new DigestItem.Found(entry);
                }
            }
        }
    }

    private static PageItem? Paper(JsonElement item, int line)
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

        var paper = new PageItem(title, line);
        paper.Draft.AddAuthors(Items(fields, "authors").Select(author => Names.One(Text(author, "name"))));
        paper.Draft.Upvotes = fields.TryGetProperty("upvotes", out var votes) && votes.ValueKind == JsonValueKind.Number
            && votes.TryGetInt32(out var count) ? count : null;
        paper.Draft.Published = Dates.Parse(Text(fields, "publishedAt"));
        paper.AddText(Text(fields, "summary") ?? Text(item, "summary") ?? "");
        AddLinks(paper, fields);
        return paper;
    }

    private static void AddLinks(PageItem paper, JsonElement fields)
    {
        if (Text(fields, "id") is { } id)
        {
            paper.Draft.Ids = paper.Draft.Ids.WithField(id);
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
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : default;
}
