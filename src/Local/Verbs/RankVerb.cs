using System.CommandLine;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Local.Printing;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>rank --papers FILE...</c>: the papers of digest files in the order of a taste, or why one of them stands where it
/// does.</summary>
internal static class RankVerb
{
    private const int DefaultTop = 20;

    public static Command Create()
    {
        var papers = new Option<FileInfo[]>("--papers")
        {
            Description = "Digest files with the papers to rank",
            Required = true, AllowMultipleArgumentsPerToken = true
        }.OfNames();
        var background = new Option<FileInfo[]>("--background")
        {
            Description = "Digest files with more papers, to learn from how rare words are",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        }.OfNames();
        var likes = Texts("--like", "Title of a paper that is liked");
        var dislikes = Texts("--dislike", "Title of a paper that is not");
        var topics = Texts("--topic", "A phrase of interest");
        var authors = Texts("--author", "An author of interest");
        var mutes = Texts("--mute", "Papers with this phrase are left out");
        var explain = Texts("--explain", "Title of a paper: print why it is among the first N, or why not, instead of the list");
        var top = new Option<int>(
            "--top")
        { Description = "How many to print", DefaultValueFactory = _ => DefaultTop }.Within(1, int.MaxValue);
        var all = new Option<bool>("--all") { Description = "Print all" };
        var command = new Command("rank", "Ranks the papers of digest files by topics, likes and dislikes, as JSON Lines")
        {
            papers, background, likes, dislikes, topics, authors, mutes, explain, top, all,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(papers),
            parsed.GetValue(background)!,
            new Wishes(parsed.GetValue(
                likes)!, parsed.GetValue(dislikes)!, parsed.GetValue(topics)!, parsed.GetValue(authors)!, parsed.GetValue(mutes)!),
            parsed.GetValue(explain)!,
            parsed.GetValue(all) ? int.MaxValue : parsed.GetValue(top),
            cancellationToken));
        return command;
    }

    private static Option<string[]> Texts(string name, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => [] };

    private static async Task<int> RunAsync(
        FileInfo[] files, FileInfo[] background, Wishes wishes, string[] explain, int top, CancellationToken cancellationToken)
    {
        var (papers, complete) = await PaperFiles.ReadAsync(files, cancellationToken);
        var taste = wishes.Over(papers);
        var (more, told) = await PaperFiles.ReadAsync(background, cancellationToken);
        complete &= told;
        var set = CandidateSet.Build(papers, more.Count > 0 ? CorpusModel.Build(more.Select(p => p.Paper)) : null);
        complete &= explain.Length == 0 ? PrintRanking(set, taste, top) : PrintVerdicts(set, papers, taste, explain, top);
        return complete && papers.Count > 0 ? ExitCode.Done : ExitCode.FellShort;
    }

    private static bool PrintRanking(CandidateSet set, TasteInput taste, int top)
    {
        var left = taste.Rated.Select(r => r.Paper).ToHashSet(ReferenceEqualityComparer.Instance);
        var rank = 0;
        foreach (var pick in set.Rank(taste).Where(p => !left.Contains(p.Paper.Paper)).Take(top))
        {
            Console.WriteLine(JsonLines.Of(new { rank = ++rank, score = pick.Score, title = pick.Paper.Paper.Title, why = pick.Why }));
        }

        return true;
    }

    private static bool PrintVerdicts(CandidateSet set, IReadOnlyList<StoredPaper> papers, TasteInput taste, string[] titles, int top)
    {
        var found = true;
        var options = new ChoiceOptions(
            new EditionSize(Math.Min(top, papers.Count), null), new EditionOptions().MinimumChance, Exploration: false);
        foreach (var title in titles)
        {
            if (PaperFiles.Find(papers, title) is { } paper)
            {
                var of = set.Explain(taste, paper.Id, options);
                Console.WriteLine(JsonLines.Of(new
                {
                    title = paper.Paper.Title, of.Rank,
                    of.Of, of.Score, of.Chance, of.Picked, why = of.Carried, whyNot = of.HeldBack
                }));
            }
            else
            {
                Console.Error.WriteLine($"No paper is titled '{title}', nor does one alone have these words in its title.");
                found = false;
            }
        }

        return found;
    }

    private sealed record Wishes(string[] Likes, string[] Dislikes, string[] Topics, string[] Authors, string[] Mutes)
    {
        public TasteInput Over(IReadOnlyList<StoredPaper> papers) => new(
            [
                .. Topics.Select(t => new Interest(InterestKind.Topic, t)),
                .. Authors.Select(a => new Interest(InterestKind.Author, a)),
                .. Mutes.Select(m => new Interest(InterestKind.Muted, m)),
            ],
            [.. Likes.Select(t => Rated(papers, t, +1)), .. Dislikes.Select(t => Rated(papers, t, -1))],
            DateTimeOffset.UtcNow);

        /// <summary>The paper of this title among those read; a title that none has stands for itself.</summary>
        private static RatedPaper Rated(IReadOnlyList<StoredPaper> papers, string title, int value)
        {
            var paper = PaperFiles.Titled(papers, title)?.Paper;
            if (paper is null)
            {
                Console.Error.WriteLine($"No paper is titled '{title}'; the title itself is used.");
            }

            return new RatedPaper(paper ?? new Paper { Title = title }, value, DateTimeOffset.UtcNow);
        }
    }
}
