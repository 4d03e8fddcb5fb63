using PaperFunctions.Papers;
using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Tests.Ranking;

public class CorpusModelTests
{
    private static readonly CorpusModel Model = CorpusModel.Build(Shelf.Papers.Select(p => p.Paper));

    [Fact]
    public void A_saved_model_ranks_as_before_and_saves_to_the_same_bytes()
    {
        var bytes = Save(Model);
        var loaded = CorpusModel.Load(new MemoryStream(bytes));

        Assert.Equal(bytes, Save(loaded));
        Assert.Equal(bytes, Save(CorpusModel.Build(Shelf.Papers.Select(p => p.Paper))));
        Assert.Equal(
            CandidateSet.Build(Shelf.Papers, Model).Rank(Shelf.Likes(2)).Select(p => (p.Paper.Id, p.Score)),
            CandidateSet.Build(Shelf.Papers, loaded).Rank(Shelf.Likes(2)).Select(p => (p.Paper.Id, p.Score)));
    }

    [Fact]
    public void Other_versions_other_files_and_cut_ones_give_one_clear_error()
    {
        var bytes = Save(Model);
        byte[] newer = [.. bytes[..4], 99, .. bytes[5..]];

        Assert.Contains("version 99", Assert.Throws<InvalidDataException>(() => Load(newer)).Message);
        Assert.Contains("no corpus model", Assert.Throws<InvalidDataException>(() => Load("hello, model"u8.ToArray())).Message);
        Assert.Contains("cut off or damaged", Assert.Throws<InvalidDataException>(() => Load(bytes[..^3])).Message);
    }

    [Fact]
    public void A_corpus_steadies_how_rare_words_are_and_cannot_drown_the_candidates()
    {
        Paper[] few = [.. Shelf.Papers.Select(p => p.Paper)];
        float RarityOfSponges(int others) =>
            RarityIn(CandidateModel.Build(few, others == 0
                ? null
                : CorpusModel.Build(Enumerable.Range(0, others).Select(i => new Paper { Title = $"Sponge {i}x", Abstract = "Sponges." }))));

        Assert.True(RarityOfSponges(500) < RarityOfSponges(0));
        Assert.Equal(RarityOfSponges(500), RarityOfSponges(1_500), 0.02f);

        static float RarityIn(CandidateModel model) => model.Terms.Rarity[model.Terms.FindStem("spong")];
    }

    [Fact]
    public void What_the_words_of_a_text_become_has_not_changed_since_the_version_was_raised()
    {
        // A saved model knows texts by their terms: where this fails, raise the version in ModelFile with the new terms.
        var terms = new TokenList().Read(new Paper
        {
            Title = "State-of-the-Art Café Scheduling: \u03B2-Models, na\u00EFve and nai\u0308ve",
            Abstract = "We propose queues; studies of state spaces (x2) at https://a.example show 3D re\uFB01ning, modelling, 海綿.",
        });

        Assert.Equal(
            "stat- art- cafe schedul beta model naiv naiv propos- queu study- stat spac x2 show- 3d refin modell 海綿",
            string.Join(' ', terms.Tokens.ToArray().Where(t => t.Kind != TokenKind.Stop)
                .Select(t => $"{terms.Stem(t)}{(t.Kind == TokenKind.Boilerplate ? "-" : "")}")));
        Assert.Equal(4, Save(Model)[4]);
    }

    private static CorpusModel Load(byte[] bytes) => CorpusModel.Load(new MemoryStream(bytes));

    private static byte[] Save(CorpusModel model)
    {
        var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
