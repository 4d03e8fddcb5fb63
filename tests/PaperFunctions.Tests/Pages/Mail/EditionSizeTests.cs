using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Pages.Text;

namespace PaperFunctions.Tests.Pages.Mail;

public sealed class EditionSizeTests
{
    private static readonly string[] Atoms =
    [
        "a", "word ", "<b>", "&", "\"", "'", "中", "😀", "👩‍👩‍👧‍👦", "e\u0301", "\u202e", "\u2066", "\u200f", "ש", "\r\nBcc: x@y", "\0",
        "\ud800", "\udc00", "\u2028", "https://x.example/ ",
        "-->", "]]>", "@", "{{", "</style>", "\t", " ",
    ];

    private static Gen<string> Texts(int most) =>
        from atom in Gen.Elements(Atoms)
        from other in Gen.Elements(Atoms)
        from count in Gen.Frequency((5, Gen.Choose(0, 40)), (1, Gen.Choose(0, most)))
        select string.Concat(Enumerable.Repeat(atom + other, count));

    private static Gen<string> Urls =>
        from tail in Texts(4_000)
        from start in Gen.Elements("https://papers.example/vote?t=", "http://x/&&&&", "javascript:", "", "https://u:p@x/")
        select start + tail;

    private static Gen<PickView> Picks =>
        from title in Texts(5_000)
        from authors in Texts(5_000)
        from summary in Texts(50_000)
        from why in Gen.ListOf(Texts(500))
        from explore in Gen.Elements(true, false)
        from urls in Gen.ArrayOf(Urls, 4)
        select SampleEdition.Pick(1, title) with
        {
            Authors = authors, Summary = summary, Why = [.. why], Exploration = explore,
            Read = new(urls[0], false), CodeUrl = urls[1], MoreLikeThisUrl = urls[2], LessLikeThisUrl = urls[3],
        };

    private static Gen<EditionView> Editions =>
        from count in Gen.Frequency((3, Gen.Choose(0, 10)), (1, Gen.Choose(0, 60)))
        from picks in Gen.ArrayOf(Picks, count)
        from words in Gen.ArrayOf(Texts(20_000), 4)
        from urls in Gen.ArrayOf(Urls, 4)
        from others in Gen.Choose(0, int.MaxValue)
        select SampleEdition.Typical with
        {
            Picks = [.. picks.Select((p, i) => p with { Rank = i + 1 })], Subject = words[0], Preview = words[1], SiteName = words[2],
            PostalAddress = words[3],
            OthersUrl = urls[0], PreferencesUrl = urls[1], DeliveriesUrl = urls[2], UnsubscribeUrl = urls[3], Others = others,
        };

    [Fact]
    public void Whatever_an_edition_holds_the_mail_stays_short_well_formed_and_on_its_lines() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Editions.ToArbitrary(), edition =>
        {
            var mail = Rendering.MailAsync(edition).GetAwaiter().GetResult();
            Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1, MailLimits.MaxHtmlBytes);
            Assert.DoesNotContain(mail.Subject, char.IsControl);
            Assert.InRange(mail.Subject.Length, 1, 200);
            var page = Rendering.Parse(mail.Html);
            Assert.Empty(page.QuerySelectorAll("b,script"));
            Assert.All(mail.Text.Split('\n'), line => Assert.True(
                DisplayWidth.Of(line) <= PlainText.Columns || line.Contains("://", StringComparison.Ordinal), line));
            var shown = page.QuerySelectorAll("h2").Length;
            Assert.True(shown == edition.Picks.Count
                || mail.Text.Contains($"And {edition.Picks.Count - shown} more", StringComparison.Ordinal));
        }));

    [Fact]
    public async Task Fifty_ordinary_papers_are_all_there_with_shorter_summaries()
    {
        var summary = string.Concat(Enumerable.Repeat("An abstract has a few sentences of about this length. ", 12));
        var picks = Enumerable.Range(1, 50)
            .Select(i => SampleEdition.Pick(i, $"Paper {i}: a title of the usual length, with a subtitle after it") with
        {
            Summary = summary, Authors = "A. Linden, B. Okonjo, C. Castellano and 7 more",
            Why = ["like 'State Spaces as Ledgers', which you liked", "'sparse attention'"], CodeUrl = "https://code.example/a/b",
            MoreLikeThisUrl = "https://papers.example/vote?t=" + new string('x', 150), LessLikeThisUrl = "https://papers.example/vote?t="
                + new string('y', 150),
        });
        var mail = await Rendering.MailAsync(SampleEdition.Typical with { Picks = [.. picks] });
        var page = Rendering.Parse(mail.Html);
        Assert.Equal(50, page.QuerySelectorAll("h2").Length);
        Assert.Contains("An abstract has", mail.Html, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 50_000, MailLimits.MaxHtmlBytes);
    }

    [Fact]
    public async Task What_no_cutting_makes_fit_is_counted_behind_one_link()
    {
        var url = "https://papers.example/?" + new string('x', 1_900);
        var picks = Enumerable.Range(1, 50)
            .Select(i => SampleEdition.Pick(i, "Paper")
                with { Read = new(url, false), CodeUrl = url, MoreLikeThisUrl = url, LessLikeThisUrl = url });
        var mail = await Rendering.MailAsync(SampleEdition.Typical with { Picks = [.. picks] });
        var shown = Rendering.Parse(mail.Html).QuerySelectorAll("h2").Length;
        Assert.InRange(shown, 5, 49);
        Assert.Contains($"And {50 - shown} more that did not fit", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"And {50 - shown} more that did not fit", mail.Text, StringComparison.Ordinal);
    }
}
