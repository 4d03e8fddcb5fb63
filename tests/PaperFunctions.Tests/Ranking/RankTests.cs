using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public class RankTests
{
    [Fact]
    public void A_topic_brings_its_papers_to_the_top_whatever_the_endings_of_its_words()
    {
        var ranked = Shelf.Set.Rank(Shelf.Reader(Shelf.Topic("delayed train")));

        Assert.Equal("Delay Propagation in Railway Networks", ranked[0].Paper.Paper.Title);
        Assert.Equal(Shelf.Papers.Count, ranked.Count);
        Assert.Equal(Enumerable.Range(1, ranked.Count), ranked.Select(p => p.Rank));
    }

    [Fact]
    public void An_author_is_found_by_initial_and_in_either_order()
    {
        var ranked = Shelf.Set.Rank(Shelf.Reader(new Interest(InterestKind.Author, "Oduya, M.")));

        Assert.Equal("Reefs of Sponge: A Seabed Survey", ranked[0].Paper.Paper.Title);
        Assert.Contains("by Mira Oduya", ranked[0].Why);
    }

    [Fact]
    public void A_muted_phrase_is_absolute_even_for_a_liked_paper()
    {
        var taste = Shelf.Likes(0) with { Interests = [new Interest(InterestKind.Muted, "Sponge Reef")] };

        Assert.DoesNotContain(Shelf.Set.Rank(taste), p => p.Paper.Paper.Abstract.Contains("sponge reefs"));
    }

    [Theory]
    [InlineData("caf\u00E9 queue", "A Cafe\u0301 Queue")]
    [InlineData("cafe\u0301 queue", "A Caf\u00E9 Queue")]
    [InlineData("\u03B2-model", "Beta Models of Queues")]
    [InlineData("re\uFB01ned sugar", "Refined Sugar")]
    public void Phrases_and_authors_match_however_an_accent_is_written(string phrase, string title)
    {
        var paper = Shelf.Paper(title, "A queue.", "Rene\u0301 Du\u0308hr");
        var set = CandidateSet.Build([.. Shelf.Papers, paper]);
        var byAuthor = set.Rank(Shelf.Reader(new Interest(InterestKind.Author, "Ren\u00E9 D\u00FChr")));

        Assert.DoesNotContain(set.Rank(Shelf.Reader(new Interest(InterestKind.Muted, phrase))), p => p.Paper.Id == paper.Id);
        Assert.Equal(paper.Id, set.Rank(Shelf.Reader(Shelf.Topic(phrase)))[0].Paper.Id);
        Assert.Equal(paper.Id, byAuthor[0].Paper.Id);
    }

    [Fact]
    public void A_word_of_a_topic_that_every_abstract_has_does_not_outweigh_the_subject()
    {
        var common = Enumerable.Range(1, 6).Select(i => Shelf.Paper($"Evaluation of Lamps, part {i}", "An evaluation of lamps."));
        var set = CandidateSet.Build([.. Shelf.Papers, .. common]);

        Assert.Contains("Tea", set.Rank(Shelf.Reader(Shelf.Topic("evaluation of tea")))[0].Paper.Paper.Title);
    }

    [Fact]
    public void A_mute_that_has_ended_excludes_nothing()
    {
        var ended = new Interest(InterestKind.Muted, "tea", new DateOnly(2024, 3, 19));
        var lasts = ended with { Until = new DateOnly(2024, 3, 20) };

        Assert.Equal(Shelf.Papers.Count, Shelf.Set.Rank(Shelf.Reader(ended)).Count);
        Assert.Equal(Shelf.Papers.Count - 2, Shelf.Set.Rank(Shelf.Reader(lasts)).Count);
    }

    [Fact]
    public void A_like_lifts_its_neighbours_and_a_dislike_lowers_them()
    {
        var tea = Shelf.Papers[7].Id;
        var topic = Shelf.Reader(Shelf.Topic("survey"));
        var neutral = Shelf.Set.Rank(topic).Single(p => p.Paper.Id == tea).Score;

        Assert.True(Shelf.Set.Rank(topic with { Rated = [Shelf.Vote(6, 1)] }).Single(p => p.Paper.Id == tea).Score > neutral);
        Assert.True(Shelf.Set.Rank(topic with { Rated = [Shelf.Vote(6, -1)] }).Single(p => p.Paper.Id == tea).Score < neutral);
    }

    [Fact]
    public void An_old_vote_counts_less_than_a_new_one()
    {
        var old = Shelf.Vote(6, 1) with { At = Shelf.Now.AddYears(-3) };
        var tea = Shelf.Titles(Shelf.Set.Rank(new TasteInput([], [old, Shelf.Vote(5, 1)], Shelf.Now)));
        var trains = Shelf.Titles(Shelf.Set.Rank(new TasteInput([], [Shelf.Vote(6, 1), Shelf.Vote(5, 1) with { At = old.At }], Shelf.Now)));

        Assert.Equal(Shelf.Papers[5].Paper.Title, tea[0]);
        Assert.Equal(Shelf.Papers[6].Paper.Title, trains[0]);
    }

    [Fact]
    public void Papers_that_score_the_same_are_ordered_by_id_whatever_order_they_came_in()
    {
        var turned = CandidateSet.Build([.. Shelf.Papers.Reverse()]);
        var nothing = Shelf.Reader();

        Assert.Equal(Shelf.Set.Rank(nothing).Select(p => p.Paper.Id), turned.Rank(nothing).Select(p => p.Paper.Id));
        Assert.Equal(Shelf.Set.Rank(Shelf.Likes(3)).Select(p => (p.Paper.Id, p.Score)), turned.Rank(Shelf.Likes(3))
            .Select(p => (p.Paper.Id, p.Score)));
    }
}
