using System.Text;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Ranking;

public class TasteFileTests
{
    [Fact]
    public void A_taste_that_was_exported_comes_back_and_ranks_the_same()
    {
        var taste = new TasteInput([Shelf.Topic("tea"), new Interest(InterestKind.Muted, "bus", new DateOnly(2025, 1, 31))],
            [Shelf.Vote(0, 1), Shelf.Vote(4, -1)], Shelf.Now);
        var stream = new MemoryStream();
        TasteFile.Write(taste, stream);
        stream.Position = 0;
        var back = TasteFile.Read(stream, Shelf.Now);

        Assert.Equal(taste.Interests, back.Interests);
        Assert.Equal(Shelf.Set.Rank(taste).Select(p => (p.Paper.Id, p.Score)), Shelf.Set.Rank(back).Select(p => (p.Paper.Id, p.Score)));
    }

    [Fact]
    public void The_documented_example_is_read()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "taste-file.md"));
        var example = page.Split("```json\n")[1].Split("```")[0];
        var taste = TasteFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(example)), Shelf.Now);

        Assert.Equal(
            [Shelf.Topic("sponge reefs"), new Interest(InterestKind.Author, "Mira Oduya"),
                new Interest(InterestKind.Muted, "timetables", new DateOnly(2027, 1, 31))],
            taste.Interests);
        Assert.Equal([1, -1], taste.Rated.Select(r => r.Value));
        Assert.Equal(("2401.00001", "10.5555/reefs.1", 2026),
            (taste.Rated[0].Paper.ArxivId, taste.Rated[0].Paper.Doi, taste.Rated[0].At.Year));
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\"format\":\"other\"}", "no taste file")]
    [InlineData("{\"format\":\"paperfunctions-taste\",\"version\":7}", "version 7")]
    [InlineData("{\"format\":\"paperfunctions-taste\",\"version\":1,\"votes\":[{\"title\":\"T\",\"value\":3}]}", "votes[0]")]
    [InlineData("{\"format\":\"paperfunctions-taste\",\"version\":1,\"interests\":[{\"kind\":\"topic\"}]}", "interests[0]")]
    [InlineData("{\"format\":\"paperfunctions-taste\",\"version\":1,\"votes\":[null]}", "votes[0]")]
    [InlineData("{\"format\":\"paperfunctions-taste\",\"version\":1,\"interests\":[null]}", "interests[0]")]
    public void A_wrong_file_gives_one_sentence_that_says_where(string json, string says)
    {
        var error = Assert.Throws<InvalidDataException>(() => TasteFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), Shelf.Now));

        Assert.Contains(says, error.Message);
    }

    [Fact]
    public void A_reading_list_seeds_a_taste_by_arxiv_id_doi_or_title()
    {
        var seeds = TasteSeeds.FromLines(
            "- https://arxiv.org/abs/2401.01234v2\n\n2. doi:10.1234/ABC.5\n * Brewing Tea with Hard Water\nmath/0309136");
        var likes = TasteSeeds.ToLikes(seeds, key => Shelf.Papers.FirstOrDefault(p => PaperKey.Of(p.Paper).Contains(key))?.Paper,
            Shelf.Now);

        Assert.Equal(["2401.01234", null, null, "math/0309136"], seeds.Select(s => s.ArxivId));
        Assert.Equal("10.1234/abc.5", seeds[1].Doi);
        Assert.Same(Shelf.Papers[6].Paper, likes[2].Paper);
        Assert.Equal(Shelf.Papers[6].Id, Shelf.Set.Rank(new TasteInput([], likes, Shelf.Now))[0].Paper.Id);
    }
}
