using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Benchmarks.Ranking.Judged;

/// <summary>Editions to read with one's own eyes: of every judged topic, of three topics together, and of likes.</summary>
internal static class Editions
{
    public static void Print(CandidateSet set, List<JudgedTopic> topics, int size)
    {
        var options = new ChoiceOptions(new EditionSize(size, null), new EditionOptions().MinimumChance, Exploration: true);
        foreach (var topic in topics)
        {
            Print(topic.Text, set.Choose(JudgedVerb.Taste(topic.Text), options), topic.Grades, set);
        }

        foreach (var group in topics.Where(t => t.Twos > 0).Select((t, i) => (t.Text, i)).GroupBy(t => t.i % 6, t => t.Text))
        {
            Print(string.Join("; ", group), set.Choose(JudgedVerb.Taste([.. group]), options), null, set);
        }

        for (var first = 0; first + 3 < set.Papers.Count; first += set.Papers.Count / 8)
        {
            RatedPaper[] likes = [.. Enumerable.Range(first, 3)
                .Select(i => new RatedPaper(set.Papers[i].Paper, 1, DateTimeOffset.UnixEpoch))];
            Print(string.Join(" + ", likes.Select(l => l.Paper.Title)),
                set.Choose(new TasteInput([], likes, DateTimeOffset.UnixEpoch), options), null, set);
        }
    }

    private static void Print(string reader, Selection selection, int[]? grades, CandidateSet set)
    {
        Console.WriteLine($"\n## {reader}\n");
        foreach (var pick in selection.Picks)
        {
            var grade = grades is null ? "" : $"({grades[set.IndexOf(pick.Paper.Id)]}) ";
            Console.WriteLine(
                $"{pick.Rank}. {grade}{pick.Paper.Paper.Title}: {pick.Chance:.00}{(pick.Exploration ? ", to explore" : "")}; "
                    + $"{string.Join("; ", pick.Why)}");
        }

        Console.WriteLine(selection.Reason);
    }
}
