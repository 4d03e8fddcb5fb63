using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

/// <summary>A small shelf of invented papers on a few subjects, and readers for it.</summary>
internal static class Shelf
{
    public static readonly DateTimeOffset Now = new(2024, 3, 20, 6, 0, 0, TimeSpan.Zero);

    public static readonly ChoiceOptions Wide = new(new EditionSize(5, null), 0.05, Exploration: false);

    public static IReadOnlyList<StoredPaper> Papers { get; } =
    [
        Paper("Tidal Glass Sponges under Warming Currents",
            "Glass sponges filter cold seawater. We survey sponge reefs along a warming current and count the sponges that close their "
            + "pores."),
        Paper("Reefs of Sponge: A Seabed Survey",
            "A seabed survey of sponge reefs with cameras towed above the seabed finds more reefs than charts show.",
            "Mira Oduya", "T. Falk"),
        Paper("Lantern Fish Migrate by Moonlight",
            "Lantern fish rise at night. Echo soundings show that moonlight delays their migration in clear seawater."),
        Paper("Compressing Train Timetables with Grammars",
            "A timetable is a text with much repetition. We infer grammars that compress timetables of trains and answer queries on the "
            + "compressed form."),
        Paper("Grammar Inference for Bus Schedules",
            "Schedules of buses repeat. Inferring a small grammar compresses schedules and finds the delays that break the pattern.",
            "Jonas Wexler"),
        Paper("Delay Propagation in Railway Networks",
            "Delays of trains propagate through a railway network. A queueing model predicts which trains wait for which connections."),
        Paper("Brewing Tea with Hard Water",
            "Hard water dulls tea. We brew tea with water of nine degrees of hardness and ask a panel about the taste."),
        Paper("A Panel Study of Bitter Taste in Tea Leaves",
            "A panel rates bitterness of tea leaves dried at four temperatures; taste falls with heat."),
    ];

    public static StoredPaper Paper(string title, string text, params string[] authors)
    {
        var paper = new Paper { Title = title, Abstract = text, Authors = authors };
        return new StoredPaper(PaperKey.Of(paper)[0].ToId(), paper) { FirstSeen = Now.AddHours(-3) };
    }

    public static CandidateSet Set { get; } = CandidateSet.Build(Papers);

    public static TasteInput Reader(params Interest[] interests) => new(interests, [], Now);

    public static Interest Topic(string text) => new(InterestKind.Topic, text);

    public static TasteInput Likes(params int[] at) => new([], [.. at.Select(i => Vote(i, 1))], Now);

    public static RatedPaper Vote(int at, int value) => new(Papers[at].Paper, value, Now.AddDays(-1));

    public static string[] Titles(IEnumerable<Pick> picks) => [.. picks.Select(p => p.Paper.Paper.Title)];
}
