using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class WhyTests
{
    private static readonly TasteInput Taste = new(
        [Shelf.Topic("seabed survey"), new Interest(InterestKind.Author, "Jonas Wexler")],
        [Shelf.Vote(3, 1), Shelf.Vote(0, 1), Shelf.Vote(6, -1)],
        Shelf.Now);

    [Fact]
    public void Without_a_liked_paper_a_topic_or_an_author_that_is_named_the_score_is_lower()
    {
        var named = 0;
        foreach (var pick in Shelf.Set.Rank(Taste))
        {
            foreach (var rest in pick.Why.Select(Without).OfType<TasteInput>())
            {
                named++;
                Assert.True(ScoreOf(Shelf.Set, rest, pick.Paper.Id) < pick.Score);
            }
        }

        Assert.True(named >= 5);
    }

    [Fact]
    public void Without_the_words_that_are_named_the_score_is_lower()
    {
        var model = CorpusModel.Build(Shelf.Papers.Select(p => p.Paper));
        var set = CandidateSet.Build(Shelf.Papers, model);
        var likes = Shelf.Likes(3, 0);
        var named = 0;
        foreach (var pick in set.Rank(likes))
        {
            foreach (var words in pick.Why.Where(w => w.StartsWith('\'')).Select(w => w.Trim('\'')))
            {
                named++;
                var paper = pick.Paper.Paper;
                var cut = pick.Paper with { Paper = paper with { Title = Cut(paper.Title, words), Abstract = Cut(paper.Abstract, words) } };
                var changed = CandidateSet.Build([.. Shelf.Papers.Where(p => p.Id != cut.Id), cut], model);
                Assert.True(ScoreOf(changed, likes, cut.Id) < pick.Score, $"'{words}' did not carry {paper.Title}");
            }
        }

        Assert.True(named >= 3);
    }

    [Fact]
    public void A_paper_left_out_says_what_held_it_back()
    {
        var set = Shelf.Set;
        var second = set.Rank(Taste).Where(p => !Taste.Rated.Any(r => r.Paper == p.Paper.Paper)).ElementAt(1);
        var full = set.Explain(Taste, second.Paper.Id, Shelf.Wide with { Size = new EditionSize(1, null) });
        var muted = set.Explain(Taste with { Interests = [new Interest(InterestKind.Muted, "tea")] }, Shelf.Papers[7].Id, Shelf.Wide);
        var voted = set.Explain(Taste, Shelf.Papers[3].Id, Shelf.Wide);

        Assert.Equal(second.Rank, full.Rank);
        Assert.Contains(full.HeldBack, h => h.Contains("filled the edition") || h.Contains("further from your interests"));
        Assert.Contains("muted", Assert.Single(muted.HeldBack));
        Assert.Null(muted.Rank);
        Assert.Contains(voted.HeldBack, h => h.Contains("voted on it already"));
    }

    [Fact]
    public void Words_are_named_as_the_paper_writes_them_and_phrases_only_where_they_stand_together()
    {
        string[] texts = ["A relay of GeoQ stations.", "GeoQ stations hold sediment cores.", "Sediment cores, GeoQ and drift ice.", "Drift ice near sediment cores.", "Ice. Cores of GeoQ."];
        var set = CandidateSet.Build([.. Shelf.Papers, .. texts.Select((t, i) => Shelf.Paper($"Sediment Cores {i}", t))]);
        var like = set.Papers.Single(p => p.Paper.Title == "Sediment Cores 1").Paper;
        var ranked = set.Rank(new TasteInput([], [new RatedPaper(like, 1, Shelf.Now)], Shelf.Now));
        var words = ranked.SelectMany(p => p.Why).Where(w => w.StartsWith('\'')).ToHashSet();

        Assert.Contains("'sediment cores'", words);
        Assert.DoesNotContain(words, w => w.Contains("geoq", StringComparison.Ordinal) || w is "'ice cores'" or "'cores GeoQ'" or "'Sediment cores'");
    }

    [Fact]
    public void A_word_that_speaks_against_a_paper_is_told_as_such()
    {
        var held = Shelf.Set.Explain(new TasteInput([Shelf.Topic("survey")], [Shelf.Vote(6, -1)], Shelf.Now), Shelf.Papers[7].Id, Shelf.Wide).HeldBack;

        Assert.Contains("too close to *Brewing Tea with Hard Water*", held);
        Assert.Contains("talk of 'tea'", held);
    }

    [Fact]
    public void A_paper_that_gave_way_to_exploration_or_cannot_be_picked_says_so()
    {
        var taste = Shelf.Reader(Shelf.Topic("tea"), Shelf.Topic("sponge reefs"));
        var options = Shelf.Wide with { Size = new EditionSize(3, null), Exploration = true };
        var displaced = Shelf.Set.Choose(taste, options with { Exploration = false }).Picks[^1].Paper.Id;

        Assert.Contains(Shelf.Set.Explain(taste, displaced, options).HeldBack, h => h.Contains("outside your interests"));
        Assert.Contains(Shelf.Set.Explain(taste, displaced, options with { Eligible = p => p.Id != displaced }).HeldBack, h => h.Contains("sent to you"));
    }

    private static TasteInput? Without(string why) => why switch
    {
        ['l', 'i', 'k', 'e', ..] => Taste with { Rated = [.. Taste.Rated.Where(r => why != $"like *{r.Paper.Title}*")] },
        ['b', 'y', ..] => Taste with { Interests = [.. Taste.Interests.Where(i => i.Kind != InterestKind.Author)] },
        ['y', 'o', 'u', 'r', ..] => Taste with { Interests = [.. Taste.Interests.Where(i => i.Kind != InterestKind.Topic)] },
        _ => null,
    };

    /// <summary>The text without each word that begins like one of the named ones: its stem goes, whatever the ending.</summary>
    private static string Cut(string text, string words) => string.Join(' ', text.Split(' ', '-')
        .Where(t => !words.Split(' ', '-').Any(w => t.StartsWith(w[..Math.Min(w.Length, 5)], StringComparison.OrdinalIgnoreCase))));

    private static double ScoreOf(CandidateSet set, TasteInput taste, PaperId paper) => set.Rank(taste).Single(p => p.Paper.Id == paper).Score;
}
