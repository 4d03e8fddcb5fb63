using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Verbs;

/// <summary>The papers of digest files, without storing them.</summary>
internal static class PaperFiles
{
    /// <summary>Reads the files, each paper once; what cannot be read is reported on stderr as <c>FILE:LINE: reason</c>.</summary>
    /// <returns>The papers, and whether every file gave some.</returns>
    public static async Task<(IReadOnlyList<StoredPaper> Papers, bool Complete)> ReadAsync(
        FileInfo[] files, CancellationToken cancellationToken)
    {
        var papers = new List<Paper>();
        var complete = true;
        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenRead();
                var reading = await DigestReader.OpenAsync(content, new DigestSource(file.Name, DateTimeOffset.UtcNow), cancellationToken);
                papers.AddRange(await reading.EntriesAsync(cancellationToken).Select(e => e.Paper).ToListAsync(cancellationToken));
                complete &= Report(file, reading.Receipt);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{file}:0: {Unreadable.Reason(file, e)}");
                complete = false;
            }
        }

        return (MergedPapers.Of(papers, DateTimeOffset.UtcNow), complete);
    }

    public static StoredPaper? Titled(IReadOnlyList<StoredPaper> papers, string title)
    {
        var key = TitleKey.Of(title);
        return papers.FirstOrDefault(p => TitleKey.Of(p.Paper.Title) == key);
    }

    /// <summary>The paper with this title; else the only one with these words in its title; else null.</summary>
    public static StoredPaper? Find(IReadOnlyList<StoredPaper> papers, string title)
    {
        if (Titled(papers, title) is { } exact)
        {
            return exact;
        }

        var part = title.Trim();
        var near = papers.Where(p => part.Length > 0 && p.Paper.Title.Contains(part, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return near is [var one] ? one : null;
    }

    private static bool Report(FileInfo file, Receipt receipt)
    {
        if (receipt.Entries == 0)
        {
            var problem = receipt.Problems.Count > 0 ? receipt.Problems[0] : new Problem(0, "no papers were found.");
            Console.Error.WriteLine($"{file}:{problem.Line}: {problem.Reason}");
        }

        return receipt.Entries > 0;
    }
}
