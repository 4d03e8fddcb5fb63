using PaperFunctions.Flow.Mail;

namespace PaperFunctions.Tests.Pages.Mail;

internal static class SampleEdition
{
    public static EditionView Typical { get; } = new()
    {
        Date = new DateOnly(2031, 5, 14),
        Subject = "Sparse attention that forgets on purpose, and 3 more papers",
        Preview = "Also: a tide gauge made of two phones; proofs that check themselves; what bees do at dusk.",
        Picks =
        [
            Pick(1, "Sparse Attention That Forgets on Purpose") with
            {
                Authors = "A. Linden, B. Okonjo and 3 more",
                Summary = "Long inputs cost attention more than they give back. We let each head drop what it has not used for a while "
                    + "and keep 98% of the accuracy at a fifth of the memory.",
                Why = ["like 'State Spaces as Ledgers', which you liked", "'sparse attention'"],
                CodeUrl = "https://code.example/sparse-forget",
            },
            Pick(2, "使用两部手机测量潮汐：低成本验潮仪") with
            {
                Authors = "林 清, 山田 波",
                Summary = "我们用两部旧手机和一段软管制作了一台验潮仪，在三个港口运行了一年。与官方站点相比，误差小于两厘米，而成本不到百分之一。",
                Why = ["'low-cost sensing'"],
            },
            Pick(3, "برهان يتحقق من نفسه: proofs that check themselves") with
            {
                Authors = "س. نخلة",
                Summary = "We embed a checker into the proof term <and> show that size grows by 4% & time by 9%.",
                Why = ["'proof assistants'", "author you follow"],
            },
            Pick(4, "What Bees Do at Dusk 🐝") with { Exploration = true, Summary = "", Why = ["read widely this week"] },
        ],
        Others = 1_204,
        OthersUrl = "https://papers.example/digests?t=others",
        PreferencesUrl = "https://papers.example/preferences?t=token",
        DeliveriesUrl = "https://papers.example/deliveries?t=token",
        UnsubscribeUrl = "https://papers.example/unsubscribe?t=token",
        SiteName = "PaperFunctions",
        PostalAddress = "PaperFunctions, 1 Sample Street, 00000 Sampletown",
    };

    public static PickView Pick(int rank, string title) => new()
    {
        Rank = rank,
        Title = title,
        Authors = "A. Linden",
        Summary = "One sentence about the paper.",
        Why = ["'topic'"],
        Exploration = false,
        Read = new($"https://arxiv.org/abs/3105.0000{rank}", false),
        MoreLikeThisUrl = $"https://papers.example/vote?t=more-{rank}&v=1",
        LessLikeThisUrl = $"https://papers.example/vote?t=less-{rank}&v=-1",
    };
}
