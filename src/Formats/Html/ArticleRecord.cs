using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Html;

/// <summary>The one scholarly article that a page describes in JSON-LD (https://schema.org/ScholarlyArticle).</summary>
internal static class ArticleRecord
{
    private const int MaxDepth = 4;

    /// <summary>Fills what the draft lacks; false where the page describes no article, or several.</summary>
    public static bool Describe(PageHead head, PaperDraft draft)
    {
        foreach (var text in head.Records)
        {
            using var document = Parse(text);
            if (document is not null && Articles(document.RootElement, 0).Take(2).ToList() is [var article])
            {
                Fill(article, draft);
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<JsonElement> Articles(JsonElement element, int depth) => element.ValueKind switch
    {
        _ when depth > MaxDepth => [],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Articles(item, depth + 1)),
        JsonValueKind.Object when IsArticle(element) => [element],
        JsonValueKind.Object => new[] { "@graph", "mainEntity" }
            .SelectMany(name => element.TryGetProperty(name, out var inner) ? Articles(inner, depth + 1) : []),
        _ => [],
    };

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
            && Texts(type, "").Any(name => name is "ScholarlyArticle" or "MedicalScholarlyArticle");

    private static void Fill(JsonElement article, PaperDraft draft)
    {
        draft.Title ??= First(article, "headline", "name");
        draft.Venue ??= Venue(article, 0);
        draft.Published ??= Dates.Parse(First(article, "datePublished", "dateCreated"));
        draft.Abstract ??= First(article, "abstract", "description");
        if (!draft.HasAuthors)
        {
            draft.AddAuthors(All(article, "author").Concat(All(article, "creator")).Select(Author));
        }

        foreach (var id in All(article, "identifier").SelectMany(value => Texts(value, "value"))
            .Concat(All(article, "sameAs").SelectMany(value => Texts(value, ""))))
        {
            draft.Ids = draft.Ids.WithField(id);
        }

        draft.AddLink(First(article, "url", "@id"));
    }

    private static string Author(JsonElement author) =>
        author.ValueKind == JsonValueKind.Object && First(author, "familyName") is { } family && First(author, "name") is null
            ? Names.Of(First(author, "givenName"), family)
            : Names.One(Texts(author, "name").FirstOrDefault());

    /// <summary>The journal, above issue and volume where these are named.</summary>
    private static string? Venue(JsonElement part, int depth) =>
        depth < MaxDepth && part.ValueKind == JsonValueKind.Object && part.TryGetProperty("isPartOf", out var whole)
            ? Venue(whole, depth + 1) ?? Texts(whole, "name").FirstOrDefault()
            : null;

    private static string? First(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && Texts(value, "@value").FirstOrDefault(text => text.Length > 0) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static JsonElement[] All(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? [] : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    /// <summary>The texts of a value: itself, of its items, or what an object has under the name.</summary>
    private static IEnumerable<string> Texts(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array =>
            value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Array).SelectMany(item => Texts(item, name)),
        JsonValueKind.Object when value.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.String =>
            [inner.GetString()!],
        _ => [],
    };

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
