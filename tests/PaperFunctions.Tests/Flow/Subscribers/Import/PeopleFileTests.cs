using System.Text;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Import;

namespace PaperFunctions.Tests.Flow.Subscribers.Import;

public sealed class PeopleFileTests
{
    private static readonly ImportOrder Silent = new(Invite: false, "On paper, 2025.", [], 7, "Etc/UTC");

    [Fact]
    public async Task Listmonks_export_is_read_with_topics_from_its_attributes()
    {
        var file = await ReadAsync(
            "uuid,email,name,attributes,status,created_at,updated_at\n"
            + "u-1,ada@example.org,Ada,\"{\"\"topics\"\": [\"\"sponge reefs\"\", \"\"tide gauges\"\"]}\",enabled,2025-01-01,2025-01-01\n"
            + "u-2,ben@example.org,Ben,{},blocklisted,2025-01-01,2025-01-01\n"
            + "u-3,cleo@example.org,Cleo,not json,enabled,2025-01-01,2025-01-01\n");
        var ada = Assert.Single(file.People);
        Assert.Equal(("ada@example.org", "sponge reefs|tide gauges"), (ada.Email, string.Join('|', ada.Topics!)));
        Assert.Equal([3, 4], file.Refused.Select(r => r.Line));
        Assert.Contains("has left that list", file.Refused[0].Reason, StringComparison.Ordinal);
        Assert.Contains("no topics", file.Refused[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mailchimps_export_is_read_with_its_zone_and_the_time_of_the_consent()
    {
        var file = await ReadAsync(
            "\"Email Address\",\"First Name\",MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,TIMEZONE,UNSUB_TIME,TAGS\n"
            + "Ada@Example.org,Ada,2,,\"2024-01-02 10:05:00\",Europe/Zurich,,\"\"\"VIP\"\"\"\n"
            + "ben@example.org,Ben,2,,\"2024-01-02 10:05:00\",Nowhere/Land,\"2025-05-05 10:00:00\",\n"
            + "cleo@example.org,Cleo,2,,,Nowhere/Land,,\n",
            Silent with { Topics = ["kelp"] });
        Assert.Equal(["Ada@example.org", "cleo@example.org"], file.People.Select(p => p.Email));
        Assert.Equal((null, "Europe/Zurich", "Confirmed there on 2024-01-02 10:05:00."), (file.People[0].Topics, file.People[0].Zone,
            file.People[0].Consent));
        Assert.Equal((null, null), (file.People[1].Zone, file.People[1].Consent));
        Assert.Equal(3, Assert.Single(file.Refused).Line);
    }

    [Fact]
    public async Task Our_own_export_comes_back_and_who_has_not_confirmed_is_only_invited()
    {
        const string Export = "email,status,topics,created_at\r\n\"a@example.org\",\"active\",\"kelp; tide gauges\",\"2026-01-01T00:00:00Z\"\r\n"
            + "\"b@example.org\",\"pending\",\"kelp\",\"2026-01-01T00:00:00Z\"\r\n\"c@example.org\",\"unsubscribed\",\"kelp\",\"2026-01-01T00:00:00Z\"\r\n";
        var silent = await ReadAsync(Export);
        Assert.Equal(["kelp", "tide gauges"], Assert.Single(silent.People).Topics!);
        Assert.Equal([3, 4], silent.Refused.Select(r => r.Line));
        Assert.Equal(2, (await ReadAsync(Export, Silent with { Invite = true })).People.Count);
    }

    [Fact]
    public async Task A_row_is_refused_with_its_line_and_without_what_it_holds()
    {
        var file = await ReadAsync("email;topics\nnobody;kelp\nada@example.org;kelp\n\nADA@example.org;reefs\nben@example.org;\"kelp\nreefs\"\ncleo@example.org;" + new string('k', 121) + "\n");
        Assert.Equal(["ada@example.org", "ben@example.org"], file.People.Select(p => p.Email));
        Assert.Equal([2, 5, 8], file.Refused.Select(r => r.Line));
        Assert.DoesNotContain(file.Refused, r => r.Reason.Contains("nobody", StringComparison.Ordinal) || r.Reason.Contains('@',
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,phone\nAda,1\n")]
    [InlineData("{\"email\": 1}")]
    [InlineData("\0\0\0")]
    public async Task What_is_no_list_of_people_is_refused_in_a_sentence(string content) =>
        Assert.Contains("names no column of addresses", (await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(content))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task Rows_beyond_the_most_are_said_to_be_unread()
    {
        var file = await ReadAsync("email,topics\n" + string.Concat(Enumerable.Range(0,
            PeopleFile.MaxRows + 5).Select(i => $"r{i}@example.org,kelp\n")));
        Assert.Equal(PeopleFile.MaxRows, file.People.Count);
        Assert.Equal(PeopleFile.MaxRows + 2, Assert.Single(file.Refused).Line);
    }

    private static Task<PeopleFile> ReadAsync(string content, ImportOrder? order = null) =>
        PeopleFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), order ?? Silent, default);
}
