using System.Text;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Formats;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Subscribers.Taste;

/// <summary>A file that a subscriber brings along: an exported taste, references in a format that digests come in, or lines of ids and
/// titles.</summary>
public sealed record ImportFile(IReadOnlyList<Interest> Interests, IReadOnlyList<RatedPaper> Rated)
{
    /// <summary>Longest file, in bytes.</summary>
    public const int MaxBytes = 4 << 20;

    /// <exception cref="InvalidDataException">It is none of these; the message says why.</exception>
    public static async Task<ImportFile> ReadAsync(byte[] content, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = new UTF8Encoding(false).GetString(content);
        if (text.Contains('\0'))
        {
            throw new InvalidDataException("That file is not text. Give an exported taste, BibTeX, or one arXiv id, DOI or title a line.");
        }

        if (text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('{')
            && text.Contains("\"paperfunctions-taste\"", StringComparison.Ordinal))
        {
            return Clean(TasteFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'))), now));
        }

        var found = await ReferencesAsync(content, name, now, cancellationToken) ?? TasteSeeds.FromLines(text);
        return Clean(new TasteInput([], TasteSeeds.ToLikes(found, _ => null, now), now));
    }

    /// <summary>The papers of a file, read as digests are; what no format knows is read as a plain list. Null where neither finds a
    /// paper.</summary>
    private static async Task<IReadOnlyList<Paper>?> ReferencesAsync(
        byte[] content, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var papers = await PapersAsync(new DigestSource(name, now)) is { Count: > 0 } known
            ? known
            : await PapersAsync(new DigestSource(name, now, "text"));
        return papers.Count > 0 ? papers : null;

        async Task<List<Paper>> PapersAsync(DigestSource source)
        {
            var reading = await DigestReader.OpenAsync(new MemoryStream(content), source, cancellationToken);
            return await reading.EntriesAsync(cancellationToken).Select(e => e.Paper).Take(TasteSeeds.MaxSeeds)
                .ToListAsync(cancellationToken);
        }
    }

    /// <summary>One line each, whatever the file holds.</summary>
    private static ImportFile Clean(TasteInput taste) => new(
        [.. taste.Interests.Select(i => i with { Text = CleanText.Line(i.Text) }).Where(i => i.Text.Length > 0)],
        [.. taste.Rated.Take(TasteSeeds.MaxSeeds).Select(r => r with
        {
            Paper = r.Paper with { Title = CleanText.Line(r.Paper.Title), Authors = [.. r.Paper.Authors.Select(CleanText.Line)] },
        }).Where(r => r.Paper.Title.Length > 0)]);
}
