using FsCheck;
using FsCheck.Fluent;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

/// <summary>What holds for any reader of any papers.</summary>
public class RankingPropertyTests
{
    [Fact]
    public void Every_candidate_without_a_muted_phrase_is_ranked_once_best_first_with_finite_scores() => Holds(any =>
    {
        var ranked = any.Set.Rank(any.Taste);
        return ranked.All(p => double.IsFinite(p.Score) && p.Chance is >= 0 and <= 1)
            && ranked.Zip(ranked.Skip(1)).All(p => p.First.Score >= p.Second.Score)
            && ranked.Select(p => p.Rank).SequenceEqual(Enumerable.Range(1, ranked.Count))
            && ranked.Select(p => p.Paper.Id).ToHashSet().SetEquals(any.Papers.Where(p => !Has(p, any.Muted)).Select(p => p.Id));
    });

    [Fact]
    public void The_order_in_which_papers_came_changes_nothing() => Holds(any =>
    {
        var turned = CandidateSet.Build([.. any.Papers.Reverse()]);
        return any.Set.Rank(any.Taste).Select(p => (p.Paper.Id, p.Score))
            .SequenceEqual(turned.Rank(any.Taste).Select(p => (p.Paper.Id, p.Score)));
    });

    [Fact]
    public void An_edition_is_within_its_size_and_has_nothing_that_was_voted_on_or_is_not_eligible() => Holds(any =>
    {
        var options = new ChoiceOptions(new EditionSize(any.Size, null), 0.05,
            any.Size % 2 == 0) { Eligible = p => p.Paper.Title.Length % 2 == 0 };
        var chosen = any.Set.Choose(any.Taste, options);
        var voted = any.Taste.Rated.Select(r => r.Paper.Title).ToHashSet();
        return chosen.Picks.Count <= any.Size
            && chosen.Picks.Select(p => p.Paper.Id).Distinct().Count() == chosen.Picks.Count
            && chosen.Picks.All(p => options.Eligible(p.Paper) && !voted.Contains(p.Paper.Paper.Title))
            && chosen.Picks.Count > 0 == (chosen.Reason is null);
    });

    [Fact]
    public void An_explanation_agrees_with_the_ranking_and_the_edition() => Holds(any =>
    {
        var options = new ChoiceOptions(new EditionSize(any.Size, null), 0.05, Exploration: false);
        var voted = any.Taste.Rated.Select(r => r.Paper.Title).ToHashSet();
        var ranked = any.Set.Rank(any.Taste).Where(p => !voted.Contains(p.Paper.Paper.Title)).ToList();
        var picked = any.Set.Choose(any.Taste, options).Picks.Select(p => p.Paper.Id).ToHashSet();
        return ranked.Select((p, i) => (Pick: p, Rank: i + 1)).All(r =>
        {
            var verdict = any.Set.Explain(any.Taste, r.Pick.Paper.Id, options);
            return (verdict.Rank, verdict.Of) == (r.Rank, ranked.Count) && verdict.Picked == picked.Contains(r.Pick.Paper.Id)
                && (verdict.Picked || verdict.HeldBack.Count > 0);
        });
    });

    [Fact]
    public void Without_a_like_that_is_named_the_score_is_lower() => Holds(any =>
    {
        var ranked = any.Set.Rank(any.Taste);
        return ranked.Take(3)
            .All(pick => any.Taste.Rated.Where(r => r.Value > 0 && pick.Why.Contains($"like '{r.Paper.Title}', which you liked"))
                .All(like =>
            any.Set.Rank(any.Taste with { Rated = [.. any.Taste.Rated.Where(r => !ReferenceEquals(r, like))] })
                .Single(p => p.Paper.Id == pick.Paper.Id).Score < pick.Score));
    });

    [Fact]
    public void A_taste_survives_its_file() => Holds(any =>
    {
        using var file = new MemoryStream();
        TasteFile.Write(any.Taste, file);
        file.Position = 0;
        var back = TasteFile.Read(file, Shelf.Now);
        return any.Set.Rank(any.Taste with { Interests = back.Interests, Rated = back.Rated }).Select(p => p.Paper.Id)
            .SequenceEqual(any.Set.Rank(any.Taste).Select(p => p.Paper.Id));
    });

    private static void Holds(Func<Case, bool> property) =>
        Prop.ForAll(Readers.Cases(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static bool Has(StoredPaper paper, string? word) =>
        word is not null && $"{paper.Paper.Title} {paper.Paper.Abstract}".Split(' ', '.').Contains(word);

    /// <param name="Muted">One word; null where nothing is muted.</param>
    private sealed record Case(IReadOnlyList<StoredPaper> Papers, TasteInput Taste, string? Muted, int Size)
    {
        private readonly Lazy<CandidateSet> _set = new(() => CandidateSet.Build(Papers));

        public CandidateSet Set => _set.Value;

        public override string ToString() =>
            $"{string.Join(" | ", Papers.Select(p => $"{p.Paper.Title}: {p.Paper.Abstract}"))} / {string.Join(", ", Taste.Interests)} / "
            + $"{string.Join(", ", Taste.Rated.Select(r => $"{r.Value} {r.Paper.Title}"))}";
    }

    private static class Readers
    {
        private static readonly string[] Words =
            ["sponge", "reef", "train", "timetable", "grammar", "tea", "water", "the", "of", "and", "moonlight", "x1", "42", "海綿", "губки",
                "naïve", "co-op", "\u0301", "🙂"];

        public static Arbitrary<Case> Cases() => Arb.From(
            from papers in Gen.Choose(0, 14).SelectMany(n => Gen.CollectToArray(Enumerable.Range(0, n).Select(Paper)))
            from topics in Gen.ListOf(Text(1, 3), 2)
            from votes in Gen.ListOf(Gen.Choose(-1, 1), papers.Length)
            from muted in Gen.Elements(null, "tea", "moonlight")
            from size in Gen.Choose(1, 6)
            select new Case(papers, Taste(papers, topics, votes, muted), muted, size));

        private static TasteInput Taste(StoredPaper[] papers, IEnumerable<string> topics, IEnumerable<int> votes, string? muted) => new(
            [.. topics.Select(Shelf.Topic), .. muted is null ? [] : new[] { new Interest(InterestKind.Muted, muted) }],
            [.. papers.Zip(votes).Where(v => v.Second != 0)
                .Select(v => new RatedPaper(v.First.Paper, v.Second, Shelf.Now.AddDays(-v.First.Paper.Title.Length)))],
            Shelf.Now);

        private static Gen<StoredPaper> Paper(int number) =>
            from title in Text(1, 4)
            from text in Text(0, 25)
            select Shelf.Paper($"{title} {number}", text);

        private static Gen<string> Text(int least, int most) =>
            from count in Gen.Choose(least, most)
            from words in Gen.ListOf(Gen.Elements(Words), count)
            select string.Join(' ', words);
    }
}
