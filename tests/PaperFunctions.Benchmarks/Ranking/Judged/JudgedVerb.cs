using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Benchmarks.Ranking.Judged;

/// <summary>
/// <c>judged [--features FILE] [--editions] TOPICS.json FILE...</c>: for each judged topic, what is ranked first and what is mailed; BM25
/// beside it; the same with factors fitted on the other topics alone; and whether chances mean what they say.
/// </summary>
internal static class JudgedVerb
{
    private const int Size = 8;
    private static readonly double[] Floors = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5];

    public static async Task<int> RunAsync(string[] args)
    {
        string[] files =
            [.. args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || args[i - 1] != "--features"))];
        if (files.Length < 2 || files.FirstOrDefault(f => !File.Exists(f)) is not null)
        {
            await Console.Error.WriteLineAsync(
                "judged: name a file of judged topics and at least one digest that exist: judged TOPICS.json FILE...");
            return 2;
        }

        var pages = await Pages.ReadAsync(files[1..]);
        var set = CandidateSet.Build(pages.Papers);
        var topics = JudgedTopic.Read(files[0], set.Papers);
        Console.WriteLine($"{topics.Count} topics, {set.Papers.Count} papers\n");
        Console.WriteLine(
            "| | nDCG@10 | R-precision | mailed | strict | lenient | recall | mails to topics with nothing |\n| --- | --- | --- | --- | "
            + "--- | --- | --- | --- |");
        PlainBm25(set, topics);
        foreach (var floor in Floors)
        {
            Console.WriteLine(AsShipped(set, topics, floor).Row($"as shipped, from {floor:.00}"));
        }

        CrossValidation.Print(set, topics, Floors, Size);
        if (Array.IndexOf(args, "--features") is >= 0 and var at)
        {
            await File.WriteAllLinesAsync(args[at + 1], Rows(set, topics));
        }

        if (args.Contains("--editions"))
        {
            Editions.Print(set, topics, Size);
        }

        return 0;
    }

    private static MailMeasures AsShipped(CandidateSet set, List<JudgedTopic> topics, double floor)
    {
        var measures = new MailMeasures();
        foreach (var topic in topics)
        {
            var taste = Taste(topic.Text);
            var picks = set.Choose(taste, new ChoiceOptions(new EditionSize(Size, null), floor, Exploration: false)).Picks;
            measures.Add(topic, [.. set.Rank(taste).Select(p => At(set, p))], [.. picks.Select(p => At(set, p))]);
        }

        return measures;
    }

    /// <summary>BM25 with titles counted three times, cut at half of what a topic can reach.</summary>
    private static void PlainBm25(CandidateSet set, List<JudgedTopic> topics)
    {
        var measures = new MailMeasures();
        foreach (var topic in topics)
        {
            var found = set.Topics.Match(topic.Text).Found.OrderByDescending(f => f.Evidence.Strength).ToList();
            measures.Add(topic, [.. found.Select(f => f.Paper)],
                [.. found.Where(f => f.Evidence.Strength > 0.5).Take(Size).Select(f => f.Paper)]);
        }

        Console.WriteLine(measures.Row("BM25 with our forms of words and background, cut at .5"));
    }

    private static IEnumerable<string> Rows(CandidateSet set, List<JudgedTopic> topics) =>
        from topic in topics
        from found in set.Topics.Match(topic.Text).Found
        select string.Join('\t',
            [topic.Text, set.Papers[found.Paper].Paper.Title, $"{topic.Grades[found.Paper]}", .. CrossValidation.Features(found.Evidence)
                .Select(f => $"{f:0.####}")]);

    public static TasteInput Taste(params string[] topics) =>
        new([.. topics.Select(t => new Interest(InterestKind.Topic, t))], [], DateTimeOffset.UnixEpoch);

    private static int At(CandidateSet set, Pick pick) => set.IndexOf(pick.Paper.Id);
}
