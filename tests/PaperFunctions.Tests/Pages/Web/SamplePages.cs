using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Pages.Web;

/// <summary>Every page, filled with samples.</summary>
internal static class SamplePages
{
    public static readonly string[] Names =
    [
        "landing", "landing-empty", "landing-errors", "check-your-mail", "bad-link", "failed", "not-found", "bad-request", "too-many",
        "deleted", "confirm", "confirmed", "confirmed-empty", "unsubscribe", "unsubscribed", "vote", "voted",
        "preferences", "preferences-mute", "preferences-muted", "preferences-errors", "search", "search-like", "search-none", "search-down",
        "paper", "paper-bare", "digests", "digests-empty", "digest", "imports", "imports-empty", "operator-digests",
        "operator-digest", "operator-deliveries",
        "deliveries", "deliveries-empty", "admin", "admin-empty", "sign-in", "sign-in-errors", "sign-in-newer", "sign-in-mailed",
        "signed-out", "people", "people-empty", "privacy", "confirm-used", "spent",
    ];

    private static readonly string[] Zones = ["America/New_York", "Asia/Kolkata", "Etc/UTC", "Europe/Zurich"];

    /// <summary>The page with every text from outside passed through <paramref name="say"/>.</summary>
    public static Task<string> RenderAsync(string name, Func<string, string>? say = null)
    {
        var sample = new Sample(say ?? (text => text));
        return name switch
        {
            "landing" => Page<LandingPage, LandingView>(sample.Landing),
            "landing-empty" =>
                Page<LandingPage, LandingView>(sample.Landing with { TopPapers = [], TopFrom = null, Form = new SignUpForm() }),
            "landing-errors" => Page<LandingPage, LandingView>(sample.Landing with { Form = sample.Landing.Form with { Errors = Wrong } }),
            "check-your-mail" => Message(Messages.CheckYourMail(sample.Frame)),
            "bad-link" => Message(Messages.BadLink(sample.Frame)),
            "failed" => Message(Messages.Failed(sample.Frame, sample.Say("4f2a"))),
            "not-found" => Message(Messages.NotFound(sample.Frame, "paper")),
            "bad-request" => Message(Messages.BadRequest(sample.Frame, sample.Say("The form is larger than 1 MB."))),
            "too-many" => Message(Messages.TooMany(sample.Frame)),
            "deleted" => Message(Messages.Deleted(sample.Frame)),
            "confirmed" => Page<WelcomePage, WelcomeView>(sample.Welcome),
            "confirmed-empty" => Page<WelcomePage, WelcomeView>(new(sample.Reader) { Reason = sample.Say("No new papers arrived.") }),
            "unsubscribed" => Message(Messages.Unsubscribed(sample.Reader)),
            "confirm" =>
                Page<ConfirmPage, ConfirmView>(new(sample.Frame, sample.Token, sample.Email,
                    [sample.Say("state space models"), sample.Say("الرؤية الحاسوبية")], sample.Say("every day at 07:00, Europe/Zurich"))),
            "unsubscribe" => Page<UnsubscribePage, UnsubscribeView>(new(sample.Reader, sample.Token, sample.Email)),
            "vote" =>
                Page<VotePage, VotePageView>(new(sample.Frame, sample.Token, sample.Papers.Cards[0] with { Rank = null }, 1, null, false)),
            "voted" =>
                Page<VotePage, VotePageView>(new(sample.Frame, sample.Token, sample.Papers.Cards[0] with { Rank = null }, -1, -1, true)),
            _ => Rest(name, sample),
        };
    }

    private static Task<string> Rest(string name, Sample sample) => name switch
    {
        "preferences" => Page<PreferencesPage, PreferencesView>(sample.Preferences),
        "preferences-mute" =>
            Page<PreferencesPage, PreferencesView>(sample.Preferences
                with
            {
                Done = null,
                Mute = new(sample.Say("networks"), 31, 100,
                        [sample.Say("Graph Networks of Tides"), sample.Say("Networks That Wait")])
            }),
        "preferences-muted" =>
            Page<PreferencesPage, PreferencesView>(sample.Preferences
                with
            { Muted = sample.Say("networks"), Unmatched = [new(sample.Say("zeppelins"), null)] }),
        "preferences-errors" =>
            Page<PreferencesPage, PreferencesView>(sample.Preferences
                with
            {
                State = SubscriberState.Unsubscribed,
                Done = null,
                Taste = new([], [], []),
                Form = sample.Preferences.Form
                    with
                {
                    Errors = new Dictionary<string, string>(
                        Wrong)
                    { [FieldNames.Days] = "Choose at least one day; to get no mail for a while, set a pause." }
                }
            }),
        "search" => Page<SearchPage, SearchView>(sample.Search),
        "search-like" =>
            Page<SearchPage, SearchView>(sample.Search
                with
            { Like = sample.Papers.Cards[1], State = new SearchState { Like = SamplePapers.Id(3) } }),
        "search-none" =>
            Page<SearchPage, SearchView>(
                new()
                {
                    Frame = sample.Frame,
                    State = new SearchState { Query = sample.Say("no such thign"), Category = sample.Say("cs.XX") },
                    Respelled = new SearchState { Query = sample.Say("no such thing") },
                    SameMeaning = [new SearchState { Query = sample.Say("NST") }]
                }),
        "search-down" =>
            Page<SearchPage, SearchView>(new()
            {
                Frame = sample.Frame, State = new SearchState { Query = "x" },
                Error = sample.Say("The search is not available right now. Please try again in a few minutes.")
            }),
        "paper" => Page<PaperPage, PaperPageView>(sample.Paper),
        "paper-bare" => Page<PaperPage, PaperPageView>(new() { Frame = sample.Frame, Paper = sample.Papers.Bare }),
        "digests" => Page<DigestsPage, DigestListView>(new(sample.Frame, sample.Papers.Digests, "/digests?after=token")),
        "digests-empty" => Page<DigestsPage, DigestListView>(new(sample.Frame, [], null)),
        "digest" => Page<DigestPage, DigestPageView>(new(sample.Frame, sample.Papers.Digest, sample.Papers.Cards, 2, 4)),
        "imports" => Page<ImportsPage, ImportsView>(sample.Imports),
        "imports-empty" => Page<ImportsPage, ImportsView>(new() { Frame = sample.Frame, Error = sample.Say("Choose a file.") }),
        "operator-digests" => Page<OperatorDigestsPage, OperatorDigestsView>(new()
        {
            Frame = sample.Frame, Key = sample.Say("function-key"), State = DigestState.Failed, Digests = sample.Papers.Digests,
            After = sample.Say("after"),
        }),
        "operator-digest" => Page<OperatorDigestPage, OperatorDigestView>(new()
        {
            Frame = sample.Frame, Key = sample.Say("function-key"), Digest = sample.Papers.Digests[3], Formats = ["csv", "markdown"],
            Peeks = [new(sample.Say("csv"), [sample.Say("A red chair")]), new(sample.Say("markdown"), [])], Papers = sample.Papers.Cards,
        }),
        "operator-deliveries" => Page<OperatorDeliveriesPage, OperatorDeliveriesView>(new()
        {
            Frame = sample.Frame, Key = sample.Say("function-key"), Person = sample.Email, PersonId = sample.Say("id"),
            State = DeliveryState.Sent,
            Deliveries = sample.Admin.Deliveries, Page = 2, HasMore = true,
        }),
        "deliveries" => Page<DeliveriesPage, DeliveriesView>(sample.Deliveries),
        "deliveries-empty" => Page<DeliveriesPage, DeliveriesView>(new() { Frame = sample.Reader, Token = sample.Token, Editions = [] }),
        "people" => Page<PeoplePage, PeopleView>(sample.People),
        "people-empty" =>
            Page<PeoplePage, PeopleView>(new() { Frame = sample.Frame, Error = sample.Say("There is no such person any more.") }),
        "sign-in" => Page<SignInPage, SignInView>(new(sample.Frame, new SignInForm())),
        "sign-in-errors" => Page<SignInPage, SignInView>(
            new(sample.Frame,
                new SignInForm
                {
                    Email = sample.Say("reader@"),
                    Errors = new Dictionary<string, string> { [FieldNames.Email] = "Give one mail address, such as name@example.org." }
                })),
        "sign-in-newer" => Page<SignInPage, SignInView>(
            new(sample.Reader,
                new SignInForm
                {
                    Reason = sample.Say("This needs a newer link."), MaskedEmail = sample.Say("r***@mail.example"),
                    Token = sample.Token
                })),
        "sign-in-mailed" => Message(Messages.SignInMailed(sample.Frame)),
        "privacy" => Page<PrivacyPage, PrivacyView>(
            new(sample.Frame)
            {
                Pending = 7, Deliveries = 365, MailEvents = 90, Backups = 35, Logs = 1,
                Contact = sample.Say("1 Sample Street")
            }),
        "confirm-used" => Message(Messages.ConfirmUsed(sample.Frame)),
        "spent" => Message(Messages.Spent(sample.Frame)),
        "signed-out" => Message(Messages.SignedOut(sample.Frame)),
        "admin" => Page<OperatorPage, OperatorView>(sample.Admin),
        "admin-empty" =>
            Page<OperatorPage, OperatorView>(new() { Frame = sample.Frame, Error = sample.Say("holiday.jpg is larger than 100 MB.") }),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such sample page."),
    };

    private static Dictionary<string, string> Wrong => new()
    {
        [FieldNames.Topics] = "Write at least one topic.",
        [FieldNames.Zone] = "Choose a time zone from the list, such as Europe/Zurich.",
    };

    private static Task<string> Page<TPage, TView>(TView view)
        where TPage : Page<TView> => Rendering.Components.PageAsync<TPage, TView>(view);

    private static Task<string> Message(MessageView view) => Page<MessagePage, MessageView>(view);

    private sealed class Sample(Func<string, string> say)
    {
        public Func<string, string> Say { get; } = say;

        public SamplePapers Papers { get; } = new(say);

        public PageFrame Frame =>
            new() { SiteName = Say("PaperFunctions"), PostalAddress = Say("PaperFunctions, 1 Sample Street, 00000 Sampletown") };

        public PageFrame Reader => Frame with { PreferencesToken = Say("token-p"), DeliveriesToken = Say("token-d"), IsSignedIn = true };

        public string Token => Say("token");

        public string Email => Say("reader@mail.example");

        public LandingView Landing => new(
            Frame, new SignUpForm
            {
                Email = Email, Topics = Say("state space models\ntide gauges"), Zone = Say("Europe/Zurich"),
                Weekly = true, Size = Say("5")
            },
            Papers.Cards, new DateOnly(2031, 5, 14), Zones);

        public PreferencesView Preferences => new()
        {
            Frame = Reader, Token = Token, UnsubscribeToken = Token, FeedUrl = $"https://papers.example/picks.xml?t={Token}",
            Email = Email, State = SubscriberState.Active, Zones = Zones,
            Next = Say("tomorrow at 07:00"), Done = Say("Saved."),
            Form = new PreferencesForm
            {
                Topics = Say("state space models\ntide gauges"), Authors = Say("Ada Linden"), Muted = Say("blockchain until 2032-01-01"),
                Zone = Say("Europe/Zurich"),
                Days = [DayOfWeek.Monday, DayOfWeek.Thursday], InMinutes = true, Papers = Say("8"), Minutes = Say("10"),
                PausedUntil = Say("2031-06-01"),
            },
            Taste = new(
                [new(Say("state space"), 1), new(Say("proofs"), 0.42), new(Say("blockchain"), -0.7)], [new(Say("Ada Linden"), 0.3)],
                [new(SamplePapers.Id(1), Say("Sparse Attention That Forgets on Purpose"), 1, SamplePapers.Morning),
                    new(SamplePapers.Id(4), Say("برهان يتحقق من نفسه"), -1, SamplePapers.Morning)]),
        };

        public WelcomeView Welcome => new(Reader)
        {
            Next = Say("tomorrow at 07:00"),
            Papers = [.. Papers.Cards.Take(2)
                .Select((c, i) => c
                    with { Vote = new(Say("token-v"), null, "/welcome", $"p-{i}"), Why = [Say("your topic 'tide gauges'")] })],
            ToRate = [Papers.Cards[2] with { Rank = null, Vote = new(Say("token-v"), null, "/welcome", "p-9") }],
            MailToken = Say("token-w"),
            Unmatched = [new(Say("lense polishing"), Say("lens polishing")), new(Say("zeppelins"), null)],
        };

        public SearchView Search => new()
        {
            Frame = Frame, State = new SearchState { Query = Say("attention memory"), Year = "2031", HasCode = true, Page = 2 },
            Total = 1_234,
            Hits = [Papers.Cards[0]
                with { Rank = null, Title = Say("Sparse \u0002Attention\u0003 That Forgets on Purpose"),
                    Fragments = [Say("inputs cost \u0002attention\u0003 more than"), Say("a fifth of the \u0002memory\u0003")] },
                    .. Papers.Cards.Skip(1).Select(c => c with { Rank = null })],
            Years = [new("2031", 900), new("2030", 334)], Categories = [new(Say("cs.LG"), 800), new(Say("cs.CL & more"), 120)],
            WithCode = 310,
        };

        public PaperPageView Paper => new()
        {
            Frame = Reader, Paper = Papers.Full, Similar = [.. Papers.Cards.Skip(1).Select(c => c with { Rank = null })],
            Vote = new(Say("token-v"), 1, "/papers/1", "p-1"),
            Digests = [new("9f0c2d", Say("trending-2031-05-14.txt"), new DateOnly(2031, 5, 14), 3),
                new("a1", Say("refs.bibtex.txt"), null, null)],
        };

        public DeliveriesView Deliveries => new()
        {
            Frame = Reader, Token = Token, AskedPaper = Say("What Bees Do at Dusk"), AskedDay = Say("2031-05-12"),
            WhyNot = new(Say("It came in on 14 May and was number 61 of 76 for you; your edition had room for 8."),
                [Say("No topic of yours matches."),
                    Say("You muted nothing in it.")])
            { Offers = [new(SamplePapers.Id(2), Say("What Bees Do at Dawn"))] },
            WhyNoMail = new(Say("12 May is a Monday: no new papers came in since your last edition."), []),
            Editions =
            [
                new(new DateOnly(2031, 5, 14), "sent", Say("Sparse attention that forgets on purpose, and 3 more papers"), null,
                    [new(SamplePapers.Id(1), Say("Sparse Attention That Forgets on Purpose"),
                        [Say("'sparse attention'"), Say("author you follow")]) { Vote = new(Say("token-v"), 1, "/deliveries", "e-3") },
                        new(SamplePapers.Id(4), Say("برهان يتحقق من نفسه"), [])]) { Key = Say("2031-05-14") },
                new(new DateOnly(2031, 5, 12), "skipped", "", Say("No new papers came in since the last edition."), []),
            ],
            Rest = new(Say("2031-05-14"), new DateOnly(2031, 5, 14), 51,
                [.. Papers.Cards.Take(2)
                    .Select((c, i) => c with { Vote = new(Say("token-v"), i == 0 ? null : -1, "/deliveries", $"p-{i}") })], 1,
                    2)
            { AsThen = true },
        };

        public PeopleView People => new()
        {
            Frame = Frame, Key = Say("function-key"), Done = Say("Paused."), Query = Say("mail"), State = SubscriberState.Active,
            Total = 51, Page = 1, Pages = 2,
            Counts = [(SubscriberState.Pending, 3), (SubscriberState.Active, 1_200)],
            People =
            [
                new("1", Say("r@mail.example"), SubscriberState.Active, "2031-05-14, sent", SamplePapers.Morning, null,
                    SamplePapers.Morning),
                new("2", Say("s@mail.example"), SubscriberState.Active, "", null, new DateOnly(2031, 6, 1), SamplePapers.Morning),
                new("3", Say("t@mail.example"), SubscriberState.Pending, "", null, null, SamplePapers.Morning),
            ],
        };

        public ImportsView Imports => new()
        {
            Frame = Frame, Key = Say("function-key"), Done = Say("The import has started."), Zones = Zones,
            Form = new ImportForm(Consent: Say("On paper."), Topics: Say("tide gauges"), Zone: Say("Europe/Zurich")),
            Imports =
            [
                new("1", SamplePapers.Morning, true, Say("Signed up on the library's page."), 5_000, 1_200, 3, [(17,
                    Say("It has no valid mail address."))], 2),
                new("2", SamplePapers.Morning, false, Say("On paper."), 10, 10, 0, [], 0),
            ],
        };

        public OperatorView Admin => new()
        {
            Frame = Frame, Key = Say("function-key"), Done = Say("holiday.jpg is being read again."), Digests = Papers.Digests,
            ToDecide = [.. Papers.Digests.Where(d => d.State is DigestState.NeedsReview or DigestState.Quarantined)],
            Formats = ["csv", "markdown"],
            Sources =
            [
                new(Say("reefs"), Say("https://reefs.example.org/feed"), SamplePapers.Morning,
                    Say("A new digest, sources/reefs/2031-05-14.xml."), Say("0123456789abcdef0123456789abcdef"), SamplePapers.Morning),
                new(Say("kelp"), Say("https://kelp.example.org/feed"), null, Say("kelp.example.org answered 500."), null, null),
            ],
            LookUps = new([new(Say("arXiv"), null, null),
                new(Say("Crossref"), SamplePapers.Morning, Say("api.crossref.org answered 429."))], 12, 1_030),
            Todos =
            [
                new(Say("2 messages failed too often in editions-due."), "Try again", null, Actions.RetryPoison, Say("editions-due")),
                new(Say("1 digest waits for a format."), "Choose", "/operation/digests?state=Quarantined"),
            ],
            Figures = new(
                [new("Papers", "1,204", Say("31 new")), new("Mails with a vote", null)],
                [new("c-editions", "Editions", ["sent", "skipped"], [new(new DateOnly(2031, 5, 13), [0, 0]), new(new DateOnly(2031, 5, 14),
                    [3, 1])])]),
            Queues = [new(Say("digests-stored"), 3, 0), new(Say("editions-due"), 1_200, 2)],
            Deliveries = [new("2031-05-14", Say("r***@mail.example"), "sent", null, SamplePapers.Morning, Say("id")),
                new("2031-05-14", Say("s***@mail.example"), "skipped", Say("No paper qualified."), SamplePapers.Morning)],
            Bounces = [new(Say("t***@mail.example"), "bounce", Say("550 5.1.1 no such user"), SamplePapers.Morning)],
        };
    }
}
