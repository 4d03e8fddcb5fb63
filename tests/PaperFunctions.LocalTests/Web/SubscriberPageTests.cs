using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>A reader's own pages: preferences, taste, editions, votes, leaving.</summary>
[Collection(SiteCollection.Name)]
public sealed class SubscriberPageTests(SiteFixture site)
{
    [Fact]
    public async Task What_is_saved_is_shown_again_and_moves_the_next_edition()
    {
        var subscriber = await site.EnrolAsync("language models");
        var token = await site.ManageTokenAsync(subscriber);
        var (status, page) = await site.PostAsync(
            "/preferences",
            ("t", token), ("do", "save"), ("topics", "state space models\nGraph <b>nets</b>"), ("authors", "A. Writer"),
            ("muted", "blockchain until 2030-12-31"),
            ("days", "Monday"), ("days", "Friday"), ("hour", "6"), ("zone", "Asia/Kathmandu"), ("sizeIn", "minutes"), ("minutes", "12"),
            ("pausedUntil", "2199-01-31"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Saved.", page);
        var saved = (await site.FindAsync(subscriber))!;
        Assert.Equal(["state space models", "Graph <b>nets</b>", "A. Writer", "blockchain"], saved.Interests.Select(i => i.Text));
        Assert.Equal((6, "Asia/Kathmandu", new DateOnly(2199, 1, 31), 12, false),
            (saved.Plan.Hour, saved.Plan.Zone, saved.Plan.PausedUntil, saved.Size.Minutes, saved.Exploration));
        Assert.Equal(2199, saved.NextDue!.Value.Year);
        Assert.Contains("paused", (await site.NextMailAsync(subscriber.Email)).Subject, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task As_many_interests_as_may_be_are_shown_whole_and_saved_again()
    {
        string[] topics = [.. Enumerable.Range(100, InterestLimits.MaxOfAKind)
            .Select(i => $"{i} {new string('x', InterestLimits.MaxLength - 4)}")];
        var subscriber = await site.EnrolAsync(topics);
        var token = await site.ManageTokenAsync(subscriber);
        var page = await new HtmlParser().ParseDocumentAsync((await site.GetAsync($"/preferences?t={token}")).Text);
        var field = (IHtmlTextAreaElement)page.QuerySelector("#f-topics")!;
        Assert.Equal(topics, field.Value.Split('\n'));

        // Browsers end lines with two characters, and count one.
        Assert.InRange(field.Value.Length, 1, field.MaxLength);
        var (status, _) = await site.PostAsync(
            "/preferences", ("t", token), ("do", "save"), ("topics", field.Value.ReplaceLineEndings("\r\n")), ("days", "Monday"),
            ("hour", "7"), ("zone", "Etc/UTC"), ("sizeIn", "papers"), ("papers", "8"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(topics, (await site.FindAsync(subscriber))!.Interests.Select(i => i.Text));
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task Every_field_stands_hostile_text(string name, string text)
    {
        var subscriber = await site.EnrolAsync("language models");
        var token = await site.ManageTokenAsync(subscriber);
        var good = new Dictionary<string, string>
        {
            ["topics"] = "robots", ["authors"] = "", ["muted"] = "", ["days"] = "Monday", ["hour"] = "7", ["zone"] = "Etc/UTC",
            ["sizeIn"] = "papers", ["papers"] = "8", ["minutes"] = "10", ["pausedUntil"] = "", ["exploration"] = "yes", ["do"] = "save",
            ["paper"] = "", ["phrase"] = "",
        };
        foreach (var field in good.Keys)
        {
            var (status, answer) = await site.PostAsync("/preferences",
                [("t", token), .. good.Select(g => (g.Key, g.Key == field ? text : g.Value))]);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{name} in {field}: {status}");
            Hostile.AssertHarmless(answer, $"{name} in {field}");
        }

        var saved = (await site.FindAsync(subscriber))!;
        Assert.Equal((subscriber.Email, SubscriberState.Active), (saved.Email, saved.State));
        Assert.All(saved.Interests, i => Assert.InRange(i.Text.Length, 1, InterestLimits.MaxLength));
        Assert.All(saved.Interests, i => Assert.DoesNotContain(i.Text, char.IsControl));
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task Votes_muting_forgetting_and_importing_stand_hostile_text(string name, string text)
    {
        var subscriber = await site.EnrolAsync("language models");
        var token = await site.ManageTokenAsync(subscriber);
        var paper = await site.AnyPaperAsync();
        var vote = site.Get<SubscriberLinks>().VoteToken(subscriber, paper);
        (string Address, (string, string)[] Fields)[] forms =
        [
            ("/vote", [("t", vote), ("v", text)]), ("/vote", [("t", text), ("v", "1")]), ("/confirm", [("t", text)]),
            ($"/unsubscribe?t={Uri.EscapeDataString(text)}", [("t", text)]),
            ("/preferences", [("t", token), ("do", "mute"), ("phrase", text)]),
            ("/preferences", [("t", token), ("do", "forget"), ("paper", text)]),
            ("/preferences", [("t", token), ("do", "delete"), ("sure", "")]), ("/preferences", [("t", text), ("do", "save")]),
        ];
        foreach (var (address, fields) in forms)
        {
            var (status, answer) = await site.PostAsync(address, fields);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest
                or HttpStatusCode.Forbidden, $"{name} at {address}: {status}");
            Hostile.AssertHarmless(answer, $"{name} at {address}");
        }

        var file = string.Concat(text.Where(c => !char.IsControl(c) && c != '"')).Trim();
        var (_, imported) = await ImportAsync(token, file.Length > 0 ? file : "x", text);
        Hostile.AssertHarmless(imported, $"{name} in a file");
        Assert.DoesNotContain(await site.Get<IVoteTable>().ReadAsync(subscriber.Id, default).ToListAsync(), v => v.Paper == paper);
        var saved = (await site.FindAsync(subscriber))!;
        Assert.All(saved.Interests, i => Assert.InRange(i.Text.Length, 1, InterestLimits.MaxLength));
        Assert.All(saved.Interests, i => Assert.DoesNotContain(i.Text, char.IsControl));
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task Questions_about_editions_stand_hostile_text(string name, string text)
    {
        var subscriber = await site.EnrolAsync("language models");
        var token = await site.ManageTokenAsync(subscriber);
        foreach (var field in new[] { "paper", "day", "edition", "page", "t" })
        {
            var (status,
                answer) = await site.GetAsync($"/deliveries?{(field == "t" ? "" : $"t={token}&")}{field}={Uri.EscapeDataString(text)}");
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{name} in {field}: {status}");
            Hostile.AssertHarmless(answer, $"{name} in {field}");
        }
    }

    [Fact]
    public async Task A_wrong_form_says_what_is_wrong_beside_each_field_and_stores_nothing()
    {
        var subscriber = await site.EnrolAsync("language models");
        var (status, page) = await site.PostAsync(
            "/preferences", ("t", await site.ManageTokenAsync(subscriber)), ("do", "save"), ("topics", "kept as typed"), ("hour", "24"),
            ("zone", "Mars/Olympus"), ("sizeIn", "papers"), ("papers", "0"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        foreach (var sentence in new[] { "Choose an hour from 0 to 23.", "Choose a time zone from the list", "Choose at least one day",
            "Choose between 1 and 50 papers.", "kept as typed" })
        {
            Assert.Contains(sentence, page);
        }

        Assert.Equal(["language models"], (await site.FindAsync(subscriber))!.Interests.Select(i => i.Text));
    }

    [Fact]
    public async Task A_taste_is_exported_imported_by_somebody_else_muted_and_forgotten()
    {
        var subscriber = await site.EnrolAsync("language models");
        var token = await site.ManageTokenAsync(subscriber);
        var (status, page) = await ImportAsync(token, "list.txt",
            "Attention by lantern light\n2401.99999\n- What Vision-Language Models See in a Blank Image\n");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("3 papers imported.", page);
        Assert.Contains("Attention by lantern light", page);

        var file = JsonDocument.Parse((await site.GetAsync($"/taste.json?t={token}")).Text).RootElement;
        Assert.Equal("paperfunctions-taste", file.GetProperty("format").GetString());
        var other = await site.EnrolAsync("robots");
        var otherToken = await site.ManageTokenAsync(other);
        await ImportAsync(otherToken, "taste.json", file.ToString());
        Assert.Equal(["robots", "language models"], (await site.FindAsync(other))!.Interests.Select(i => i.Text));
        var votes = await site.Get<IVoteTable>().ReadAsync(other.Id, default).ToListAsync();
        Assert.Contains(votes, v => v.Brought?.Title == "Attention by lantern light");

        await site.PostAsync("/preferences", ("t", otherToken), ("do", "mute"), ("phrase", "lantern"), ("sure", "yes"));
        await site.PostAsync("/preferences", ("t", otherToken), ("do", "forget"), ("paper", votes[0].Paper.Value));
        Assert.Contains(new Interest(InterestKind.Muted, "lantern"), (await site.FindAsync(other))!.Interests);
        Assert.Equal(votes.Count - 1, await site.Get<IVoteTable>().ReadAsync(other.Id, default).CountAsync());
    }

    [Fact]
    public async Task Muting_says_what_it_would_hide_before_it_does_and_can_be_undone()
    {
        var subscriber = await site.EnrolAsync("language models");
        var token = await site.ManageTokenAsync(subscriber);
        var (_, asked) = await site.PostAsync("/preferences", ("t", token), ("do", "mute"), ("phrase", "vision-language"));
        Assert.Matches("It would have hidden [0-9]+ of the last [0-9]+ papers", asked);
        Assert.Contains("What Vision-Language Models See in a Blank Image", asked);
        Assert.DoesNotContain((await site.FindAsync(subscriber))!.Interests, i => i.Kind == InterestKind.Muted);

        var (_, muted) = await site.PostAsync("/preferences", ("t", token), ("do", "mute"), ("phrase", "vision-language"), ("sure", "yes"));
        Assert.Contains("Undo", muted);
        Assert.Contains((await site.FindAsync(subscriber))!.Interests, i => i is { Kind: InterestKind.Muted, Text: "vision-language" });
        await site.PostAsync("/preferences", ("t", token), ("do", "unmute"), ("phrase", "vision-language"));
        Assert.Equal(subscriber.Interests, (await site.FindAsync(subscriber))!.Interests);
    }

    [Theory]
    [InlineData("empty.txt", "")]
    [InlineData("blank.txt", " \n\n--- \n")]
    [InlineData("taste.json", "{\"format\":\"paperfunctions-taste\",\"version\":9}")]
    [InlineData("taste.json", "{\"format\":\"paperfunctions-taste\",\"version\":1,\"votes\":[{\"value\":7}]}")]
    [InlineData("picture.png", "\u0089PNG\0\0\0")]
    public async Task A_file_that_holds_nothing_to_take_over_is_refused_in_a_sentence(string name, string content)
    {
        var subscriber = await site.EnrolAsync("language models");
        var (status, page) = await ImportAsync(await site.ManageTokenAsync(subscriber), name, content);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("class=\"trouble\"", page);
        Assert.Empty(await site.Get<IVoteTable>().ReadAsync(subscriber.Id, default).ToListAsync());
    }

    [Fact]
    public async Task Editions_are_listed_with_reasons_and_questions_are_answered()
    {
        var subscriber = await site.EnrolAsync("language models");
        var token = await site.ManageTokenAsync(subscriber);
        var sent = await site.SendNowAsync(subscriber);
        var pick = sent.Picks[0];
        var (_, page) = await site.GetAsync($"/deliveries?t={token}");
        Assert.Contains("Why:", page);

        Assert.Contains("was in your edition of", await AskAsync($"paper={Uri.EscapeDataString(pick.Title)}"));
        Assert.Contains("was in your edition of", await AskAsync($"paper={pick.Paper}"));
        Assert.Contains("No digest has brought a paper", await AskAsync("paper=A+title+that+nobody+ever+wrote"));
        var offered = await AskAsync("paper=vision");
        Assert.Contains("Did you mean one of these?", offered);
        Assert.DoesNotContain("No digest has brought a paper", offered);
        var rest = await AskAsync($"edition={sent.EditionKey}");
        Assert.Contains("Not picked for", rest);
        Assert.Contains("Mail was sent at", await AskAsync($"day={sent.EditionKey[..10]}"));
        Assert.Contains("still to come", await AskAsync("day=2190-01-01"));
        Assert.Contains("You signed up later", await AskAsync("day=2001-01-01"));
        Assert.Contains("That is no day", await AskAsync("day=yesterday"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/deliveries?t={token}&edition=2001-01-01")).Status);

        async Task<string> AskAsync(string question) => (await site.GetAsync($"/deliveries?t={token}&{question}")).Text;
    }

    [Fact]
    public async Task A_paper_that_was_not_picked_is_told_its_place_and_what_held_it_back()
    {
        await site.DropTitlesAsync("Glaciers remember the summers of their youth", "A catalogue of harbour cranes");
        var subscriber = await site.EnrolAsync("language models");
        await site.SendNowAsync(subscriber);
        var (_, page) = await site.GetAsync($"/deliveries?t={await site.ManageTokenAsync(subscriber)}&paper=harbour+cranes");
        Assert.Matches("it was number [0-9]+ of [0-9]+ papers", page);
    }

    [Fact]
    public async Task Deleting_needs_a_tick_and_then_leaves_nothing()
    {
        var subscriber = await site.EnrolAsync("language models");
        var token = await site.ManageTokenAsync(subscriber);
        await ImportAsync(token, "l.txt", "Attention by lantern light");
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync("/preferences", ("t", token), ("do", "delete"))).Status);
        Assert.NotNull(await site.FindAsync(subscriber));

        Assert.Equal(HttpStatusCode.OK, (await site.PostAsync("/preferences", ("t", token), ("do", "delete"), ("sure", "yes"))).Status);
        Assert.Null(await site.FindAsync(subscriber));
        Assert.Empty(await site.Get<IVoteTable>().ReadAsync(subscriber.Id, default).ToListAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync($"/preferences?t={token}")).Status);
    }

    private async Task<(HttpStatusCode Status, string Text)> ImportAsync(string token, string name, string content)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(token), "t" }, { new StringContent("import"), "do" },
            { file, "file", name } };
        using var answer = await site.Http.PostAsync("/preferences", form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
