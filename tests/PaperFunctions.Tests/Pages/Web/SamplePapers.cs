using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Pages.Web;

/// <summary>Invented papers and digests; every text goes through a function, so that tests can make all of it hostile.</summary>
internal sealed class SamplePapers(Func<string, string> say)
{
    public static readonly DateTimeOffset Morning = new(2031, 5, 14, 6, 30, 0, TimeSpan.Zero);

    public static PaperId Id(int number) => new(number.ToString("x32"));

    public StoredPaper Full => new(Id(1), new Paper
    {
        Title = say("Sparse Attention That Forgets on Purpose"),
        Abstract = say(
            "Long inputs cost attention more than they give back. We let each head drop what it has not used for a while and keep 98% of "
            + "the accuracy at a fifth of the memory. On six tasks with inputs of up to a million tokens the method is faster than all "
            + "others we tried, and what it forgets can be read off a small table."),
        Authors = [say("Ada Linden"), say("Bayo Okonjo"), say("Carla del Río"), say("Dmitri Falk"), say("Esi Amah"), say("Farid Nakhla")],
        ArxivId = "3105.00001",
        Doi = say("10.5555/3105.00001"),
        Categories = [say("cs.LG"), say("cs.CL")],
        Published = new DateOnly(2031, 5, 12),
        Venue = say("Journal of Invented Results"),
        Upvotes = 128,
        Links = [new(LinkKind.Code, "https://code.example/sparse-forget"), new(LinkKind.Project, "https://project.example/forget"),
            new(LinkKind.Arxiv, "https://arxiv.org/abs/3105.00001v2"), new(LinkKind.Pdf, "https://project.example/forget.pdf"),
            new(LinkKind.Page, say("javascript:alert(1)"))],
    })
    {
        FirstSeen = Morning,
        Digests = ["d1"],
    };

    public StoredPaper Bare => new(Id(2), new Paper { Title = say("What Bees Do at Dusk 🐝") })
    {
        FirstSeen = Morning.AddHours(-20),
        LookUp = new LookUpResult(LookUpOutcome.NotFound, Morning.AddHours(-19)) { Again = Morning.AddHours(5) },
    };

    public IReadOnlyList<PaperCardView> Cards =>
    [
        PaperCardView.Of(Full.Id, Full.Paper) with { Rank = 1 },
        PaperCardView.Of(Id(3), new Paper
        {
            Title = say("使用两部手机测量潮汐：低成本验潮仪"), Authors = [say("林 清"), say("山田 波")], Abstract = say("我们用两部旧手机和一段软管制作了一台验潮仪。"),
            Published = new DateOnly(2030, 11, 2),
        }) with { Rank = 2 },
        PaperCardView.Of(Id(4), new Paper { Title = say("برهان يتحقق من نفسه"), Authors = [say("س. نخلة")] })
            with { Rank = 3, Why = [say("'proof assistants'")] },
        PaperCardView.Of(Bare.Id, Bare.Paper) with { Rank = 4 },
    ];

    public DigestItemView Digest => new()
    {
        Id = "9f0c2d", Name = say("trending-2031-05-14.txt"), State = DigestState.Partial, UploadedAt = Morning, NewPapers = 71,
        Receipt = new Receipt
        {
            Format = say("trending-spaced"), Confidence = 0.97, Date = new DateOnly(2031, 5, 14), Entries = 76, Bytes = 121_344,
            Duration = TimeSpan.FromMilliseconds(41),
            Fields = new Dictionary<string, int> { ["title"] = 76, ["abstract"] = 75, ["links"] = 31 },
            Problems = [new Problem(412, say("The last title has no abstract.")),
                new Problem(97, say("Bytes that are no UTF-8 were replaced."), Column: 14),
                new Problem(0, say("Ends in a NUL."), Byte: 121_343)],
            ProblemCount = 3,
        },
    };

    public IReadOnlyList<DigestItemView> Digests =>
    [
        Digest,
        Digest with { Id = "a1", Name = say("refs.bibtex.txt"), State = DigestState.Indexed,
            Receipt = new Receipt { Format = "bibtex", Confidence = 1, Entries = 1_204 }, NewPapers = 1_100 },
        Digest with { Id = "a2", Name = say("holiday.jpg"), State = DigestState.Failed,
            Receipt = new Receipt { ProblemCount = 1, Problems = [new Problem(0, say("This is an image."))] }, NewPapers = 0 },
        Digest with { Id = "a3", Name = say("list.txt"), State = DigestState.Quarantined,
            Receipt = new Receipt { Guesses = [new("plain-list", 0.42), new("markdown", 0.4)] }, NewPapers = 0 },
        Digest with
        {
            Id = "a4", Name = say("readme.md"), State = DigestState.NeedsReview, NewPapers = 0, SeenAs = "a4-seen",
            Receipt = new Receipt
            {
                Format = "markdown", Confidence = 0.8, Entries = 12, Doubtful = 11,
                Fields = new Dictionary<string, int> { ["title"] = 12, ["abstract"] = 12, ["id"] = 1 },
                LeftOut = [new LeftOut("headings taken as sections", 2, [say("Setup"), say("More")])],
                Sample =
                [
                    new EntrySample(3, say("Questions"), "", say("Ask us anything."), null, "its title is that of a section or a menu"),
                    new EntrySample(9, say("Glass sponges"), say("A. Example"), "", say("https://arxiv.org/abs/2401.00001"), null),
                ],
            },
        },
    ];
}
