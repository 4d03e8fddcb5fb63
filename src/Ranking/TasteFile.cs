using System.Text.Json;
using System.Text.Json.Serialization;
using PaperFunctions.Papers;

namespace PaperFunctions.Ranking;

/// <summary>
/// A taste as JSON to carry away and bring back:
/// <c>{"format":"paperfunctions-taste","version":1,"interests":[{"kind":"topic","text":"...","until":"2025-01-31"}],
/// "votes":[{"title":"...","abstract":"...","authors":["..."],"arxivId":"...","doi":"...","value":1,"at":"2024-03-20T06:00:00Z"}]}</c>.
/// Kinds are topic, author and muted; value is 1 or -1. Only a vote's title or one of its ids is needed; unknown members are ignored.
/// </summary>
public static class TasteFile
{
    /// <summary>Votes and interests read; a longer file is an error.</summary>
    public const int MaxEntries = 20_000;

    private const string Format = "paperfunctions-taste";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Write(TasteInput taste, Stream to) => JsonSerializer.Serialize(to, new File(
        Format,
        Version,
        [.. taste.Interests.Select(i => new InterestEntry(i.Kind, i.Text, i.Until))],
        [.. taste.Rated.Select(r => new VoteEntry(
            r.Paper.Title,
            r.Paper.Abstract.Length == 0 ? null : r.Paper.Abstract,
            r.Paper.Authors.Count == 0 ? null : r.Paper.Authors,
            r.Paper.ArxivId,
            r.Paper.Doi,
            r.Value,
            r.At))]), Options);

    /// <param name="now">The time of votes that carry none, and of the taste.</param>
    /// <exception cref="InvalidDataException">Not such a file; the message says what is wrong and where.</exception>
    public static TasteInput Read(Stream from, DateTimeOffset now)
    {
        try
        {
            var file = JsonSerializer.Deserialize<File>(from, Options) ?? throw new InvalidDataException("The taste file is empty.");
            Check(file);
            return new TasteInput(
                [.. (file.Interests ?? []).Select((i, at) => i?.Text is { Length: > 0 } text
                    ? new Interest(i.Kind, text, i.Until)
                    : throw Wrong("interests", at, "has no text"))],
                [.. (file.Votes ?? []).Select((v, at) => Rated(v, at, now))],
                now);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"The taste file is not readable JSON at line {e.LineNumber + 1}, {e.Path ?? "$"}. Export a taste to see the form.", e);
        }
    }

    private static void Check(File file)
    {
        if (file.Format != Format)
        {
            throw new InvalidDataException($"This is no taste file: its \"format\" is not \"{Format}\".");
        }

        if (file.Version != Version)
        {
            throw new InvalidDataException($"The taste file has version {file.Version}; this program reads version {Version}.");
        }

        if ((file.Interests?.Count ?? 0) + (file.Votes?.Count ?? 0) > MaxEntries)
        {
            throw new InvalidDataException($"The taste file has more than {MaxEntries} interests and votes. Leave out the oldest.");
        }
    }

    private static RatedPaper Rated(VoteEntry? vote, int at, DateTimeOffset now)
    {
        var title = vote?.Title ?? vote?.ArxivId ?? vote?.Doi;
        if (vote is null || string.IsNullOrWhiteSpace(title) || vote.Value is not (1 or -1))
        {
            throw Wrong("votes", at, "needs a title, an arXiv id or a DOI, and a value of 1 or -1");
        }

        var paper = new Paper { Title = title, Abstract = vote.Abstract
            ?? "", Authors = [.. (vote.Authors ?? []).OfType<string>()], ArxivId = vote.ArxivId, Doi = vote.Doi };
        return new RatedPaper(paper, vote.Value, vote.At ?? now);
    }

    private static InvalidDataException Wrong(string list, int at, string what) =>
        new($"The taste file is wrong at {list}[{at}]: it {what}.");

    private sealed record File(string? Format, int Version, IReadOnlyList<InterestEntry?>? Interests, IReadOnlyList<VoteEntry?>? Votes);

    private sealed record InterestEntry(InterestKind Kind, string? Text, DateOnly? Until);

    private sealed record VoteEntry(string? Title, string? Abstract, IReadOnlyList<string?>? Authors, string? ArxivId, string? Doi,
        int Value, DateTimeOffset? At);
}
