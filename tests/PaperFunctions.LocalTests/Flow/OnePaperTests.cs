using System.Text;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>One paper from a trending page (title), arXiv's feed (id) and a BibTeX file (DOI), dropped in every order.</summary>
[Collection(StackCollection.Name)]
public class OnePaperTests(StackFixture stack)
{
    public static TheoryData<int, int, int, bool> Orders => new()
    {
        { 0, 1, 2, false }, { 0, 2, 1, false }, { 1, 0, 2, false }, { 1, 2, 0, false }, { 2, 0, 1, false }, { 2, 1, 0, false },
        { 0, 1, 2, true }, { 0, 2, 1, true }, { 1, 0, 2, true }, { 1, 2, 0, true }, { 2, 0, 1, true }, { 2, 1, 0, true },
    };

    /// <param name="renamed">The BibTeX file has another title, and the arXiv id instead.</param>
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_paper_by_title_by_arxiv_id_and_by_doi_ends_as_one_row_with_all_that_is_known(int first, int second, int third,
        bool renamed)
    {
        var work = new Work($"{first}{second}{third}", renamed);
        (string Name, string Text)[] files = [("trending.txt", work.Trending), ("arxiv.xml", work.Arxiv), ("references.bib", work.Bibtex)];
        List<Digest> digests = [];
        foreach (var (name, text) in new[] { files[first], files[second], files[third] })
        {
            digests.Add(await stack.DropAsync($"one/{work.Number}/{name}", Encoding.UTF8.GetBytes(text)));
        }

        Assert.All(digests, d => Assert.Equal((DigestState.Indexed, 2), (d.State, d.Receipt.Entries)));
        var papers = await Task.WhenAll(digests.Select(PapersAsync));
        var paper = papers[0][0];
        Assert.All(papers, p => Assert.Equal((2, paper.Id), (p.Count, p[0].Id)));
        Assert.Equal(4, papers.SelectMany(p => p).Select(p => p.Id).Distinct().Count());
        Assert.Equal(digests.Select(d => d.Id), paper.Digests.OrderBy(d => digests.FindIndex(known => known.Id == d)));
        work.AssertWhole(paper.Paper);
        await AssertNamesAsync(paper.Id, work);
        Assert.Single(await stack.SearchAsync($"\"{work.Title}\""));
    }

    private async Task<IReadOnlyList<StoredPaper>> PapersAsync(Digest digest)
    {
        var entries = await stack.Get<IDigestTable>().EntriesAsync(digest.ListId, default).ToListAsync();
        return await stack.Get<IPaperTable>().ResolveAsync([.. entries.Select(e => e.Paper)], default);
    }

    /// <summary>Under the names of the paper there is one row that holds it; the others are aliases.</summary>
    private async Task AssertNamesAsync(PaperId id, Work work)
    {
        Paper[] known = [new() { Title = work.Title, ArxivId = work.ArxivId, Doi = work.Doi }, new() { Title = work.BibtexTitle }];
        var names = known.SelectMany(PaperKey.Of).Select(k => k.ToId()).ToHashSet();
        var rows = await stack.Get<IPaperTable>().FindWithTargetsAsync(names, default);
        Assert.All(names, name => Assert.Equal(id, PaperNames.Follow(rows, name)!.Id));
        Assert.Single(rows.Values.OfType<PaperRow.Known>());
    }

    /// <summary>The invented paper of one order, and the files that tell of it, each with a paper of its own beside it.</summary>
    private sealed class Work(string order, bool renamed)
    {
        private const string Abstract =
            "We lower instruments into the gas flow of déjà-vu kilns & count what leaks. Code: https://github.com/kilns/leaks.";

        public string Number { get; } = order + (renamed ? "r" : "");

        public string Title => $"Kiln Lanterns of Order {Number}: O(n²) Glazes Don't Leak";

        public string BibtexTitle => renamed ? $"Glazes and What They Hold in Order {Number}" : Title;

        public string ArxivId => $"2603.{(renamed ? 7 : 6)}0{order}";

        public string Doi => $"10.55555/kiln.{Number}";

        public string Trending => $"""
            new

            Get trending papers in your email inbox!

            Subscribe

            Mar 14

            {Title}

            We count what leaks.

            A Trending Neighbour in Order {Number}

            It only stands beside the other on the page.

            """;

        public string Arxiv => $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
              <title>ArXiv Query: search_query=cat:cs.LG</title>
              <id>http://arxiv.org/api/invented</id>
              <entry>
                <id>http://arxiv.org/abs/{ArxivId}v2</id>
                <published>2026-03-12T17:59:41Z</published>
                <title>Kiln Lanterns of Order {Number}:
              $O(n^2)$ Glazes Don't Leak</title>
                <summary>We lower instruments into the gas flow
              of d\'ej\`a-vu kilns &amp; count what leaks. Code: https://github.com/kilns/leaks.</summary>
                <author><name>Ida Brisk</name></author>
                <author><name>Ovid Tern</name></author>
                <category term="cs.LG"/>
              </entry>
              <entry>
                <id>http://arxiv.org/abs/2602.{(renamed ? 5 : 4)}1{order}v1</id>
                <title>A Neighbour from the Feed in Order {Number}</title>
                <summary>It only stands beside the other in the feed.</summary>
                <author><name>Ida Brisk</name></author>
              </entry>
            </feed>
            """;

        public string Bibtex => $$"""
            @article{kiln{{Number}},
              title   = {{{(renamed ? BibtexTitle : $"{{Kiln}} Lanterns of Order {Number}: {{$O(n^2)$}} Glazes Don't Leak")}}},
              author  = {Brisk, Ida and Tern, Ovid and P{\'e}rez, Sol},
              journal = {Journal of Invented Ceramics},
              doi     = {https://doi.org/{{Doi.ToUpperInvariant()}}},
              {{(renamed ? $"eprint = {{{ArxivId}}}, archivePrefix = {{arXiv}}," : "")}}
              year    = 2026
            }

            @article{neighbour{{Number}},
              title = {A Neighbour among References in Order {{Number}}},
              doi   = {10.55555/beside.{{Number}}}
            }
            """;

        public void AssertWhole(Paper paper)
        {
            Assert.True(paper.Title == Title || paper.Title == BibtexTitle, paper.Title);
            Assert.Equal(Abstract, paper.Abstract);
            Assert.Equal(["Ida Brisk", "Ovid Tern", "Sol Pérez"], paper.Authors);
            Assert.Equal((ArxivId, Doi), (paper.ArxivId, paper.Doi));
            Assert.Equal(["cs.LG"], paper.Categories);
            Assert.Equal((new DateOnly(2026, 3, 12), "Journal of Invented Ceramics"), (paper.Published, paper.Venue));
            Assert.Equal("https://github.com/kilns/leaks", paper.CodeUrl);
        }
    }
}
