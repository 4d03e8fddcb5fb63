using System.CommandLine;
using PaperFunctions.Flow.Store;
using PaperFunctions.Formats;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>rank --papers FILE...</c>: the papers of digest files in the order of a taste.</summary>
internal static class RankVerb
{
    private const int DefaultTop = 20;

    public static Command Create()
    {
        var papers = new Option<FileInfo[]>("--papers") { Description = "Digest files with the papers to rank", Required = true, AllowMultipleArgumentsPerToken = true }.OfNames();
        var likes = Titles("--like", "Title of a paper that is liked");
        var dislikes = Titles("--dislike", "Title of a paper that is not");
        var topics = Titles("--topic", "A phrase of interest");
        var mutes = Titles("--mute", "Papers with this phrase are left out");
        var top = new Option<int>("--top") { Description = "How many to print", DefaultValueFactory = _ => DefaultTop }.Within(1, int.MaxValue);
        var all = new Option<bool>("--all") { Description = "Print all" };
        var command = new Command("rank", "Ranks the papers of digest files by topics, likes and dislikes, as JSON Lines")
        {
            papers, likes, dislikes, topics, mutes, top, all,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(papers),
            new Wishes(parsed.GetValue(likes)!, parsed.GetValue(dislikes)!, parsed.GetValue(topics)!, parsed.GetValue(mutes)!),
            parsed.GetValue(all) ? int.MaxValue : parsed.GetValue(top),
            cancellation));
        return command;
    }

    private static Option<string[]> Titles(string name, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => [] };

    private static async Task<int> RunAsync(FileInfo[] files, Wishes wishes, int top, CancellationToken cancellation)
    {
        var (papers, complete) = await ReadAsync(files, cancellation);
        var rated = wishes.Likes.Select(t => Rated(papers, t, +1)).Concat(wishes.Dislikes.Select(t => Rated(papers, t, -1))).ToList();
        var taste = new TasteInput(wishes.Interests(), rated, DateTimeOffset.UtcNow);
        var left = rated.Select(r => r.Paper).ToHashSet(ReferenceEqualityComparer.Instance);
        var ranked = CandidateSet.Build(papers).Rank(taste).Where(p => !left.Contains(p.Paper.Paper));
        var rank = 0;
        foreach (var pick in ranked.Take(top))
        {
            Console.WriteLine(JsonLines.Of(new { rank = ++rank, score = pick.Score, title = pick.Paper.Paper.Title, why = pick.Why }));
        }

        return complete && papers.Count > 0 ? ExitCode.Done : ExitCode.FellShort;
    }

    private static async Task<(IReadOnlyList<StoredPaper> Papers, bool Complete)> ReadAsync(FileInfo[] files, CancellationToken cancellation)
    {
        var papers = new List<Paper>();
        var complete = true;
        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenRead();
                var reading = await DigestReader.OpenAsync(content, new DigestSource(file.Name, DateTimeOffset.UtcNow), cancellation);
                papers.AddRange(await reading.EntriesAsync(cancellation).Select(e => e.Paper).ToListAsync(cancellation));
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

    private static bool Report(FileInfo file, Receipt receipt)
    {
        if (receipt.Entries == 0)
        {
            var problem = receipt.Problems.Count > 0 ? receipt.Problems[0] : new Problem(0, "no papers were found.");
            Console.Error.WriteLine($"{file}:{problem.Line}: {problem.Reason}");
        }

        return receipt.Entries > 0;
    }

    /// <summary>The paper of this title among those read; a title that none has stands for itself.</summary>
    private static RatedPaper Rated(IReadOnlyList<StoredPaper> papers, string title, int value)
    {
        var key = TitleKey.Of(title);
        var paper = papers.FirstOrDefault(p => TitleKey.Of(p.Paper.Title) == key)?.Paper;
        if (paper is null)
        {
            Console.Error.WriteLine($"No paper is titled '{title}'; the title itself is used.");
        }

        return new RatedPaper(paper ?? new Paper { Title = title }, value, DateTimeOffset.UtcNow);
    }

    private sealed record Wishes(string[] Likes, string[] Dislikes, string[] Topics, string[] Mutes)
    {
        public IReadOnlyList<Interest> Interests() =>
        [
            .. Topics.Select(t => new Interest(InterestKind.Topic, t)),
            .. Mutes.Select(m => new Interest(InterestKind.Muted, m)),
        ];
    }
}
