using System.Diagnostics;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Telemetry;

[Collection(StackCollection.Name)]
public class TraceTests(StackFixture stack)
{
    [Fact]
    public async Task A_digest_is_one_trace_from_its_upload_to_its_index()
    {
        using var spans = new Spans();
        var digest = await stack.DropAsync("traced.txt", MemoryFlow.Page("Traced Sponge Reefs", "Traced Train Timetables"));
        var index = await spans.OneAsync("digest.index", Is(digest));
        var process = await spans.OneAsync("process digests-stored", a => a.SpanId == index.ParentSpanId);
        var receive = await spans.OneAsync("digest.receive", Is(digest));
        var uploaded = await spans.OneAsync("OnDigestUploaded", a => a.SpanId == receive.ParentSpanId);
        var stored = await spans.OneAsync("OnDigestStored", a => process.Links.Any(l => l.Context.SpanId == a.SpanId));
        Assert.Equal(
            ["OnDigestUploaded", "digest.index", "digest.read", "digest.receive", "digest.store", "process digests-stored",
                "send digests-stored"],
            spans.Of(index.TraceId).Select(a => a.OperationName).Order(StringComparer.Ordinal));
        Assert.Equal(default, uploaded.ParentSpanId);
        Assert.NotEqual(index.TraceId, stored.TraceId);
    }

    [Fact]
    public async Task A_digest_that_search_did_not_take_is_indexed_in_its_own_trace_later()
    {
        using var spans = new Spans();
        stack.SearchIsDown = true;
        await stack.UploadAsync("traced-late.txt", MemoryFlow.Page("Traced Late Sponge Reefs"));
        var id = Digest.IdOf("traced-late.txt");
        var failed = await spans.OneAsync("digest.index", a => id.Equals(a.GetTagItem("digest.id")));
        Assert.Equal((ActivityStatusCode.Error, "PaperFunctions.Flow.Ingest.Index.IndexUnavailableException"),
            (failed.Status, failed.GetTagItem("error.type")));
        stack.SearchIsDown = false;
        stack.Clock.Advance(TimeSpan.FromMinutes(11));
        await stack.Stack.Functions.RunNowAsync("OnHour");
        var indexed = await spans.OneAsync("digest.index", a => id.Equals(a.GetTagItem("digest.id"))
            && a.Status == ActivityStatusCode.Unset);
        Assert.Equal(failed.TraceId, indexed.TraceId);
        Assert.Equal(failed.TraceId, (await spans.OneAsync("digest.receive", a => id.Equals(a.GetTagItem("digest.id")))).TraceId);
    }

    [Fact]
    public async Task A_batch_of_editions_is_one_trace_of_its_own_from_the_hour_to_the_mail()
    {
        using var spans = new Spans();
        var reader = await stack.EnrolAsync("traced@example.org", "sponge reefs");
        await stack.DropAsync("traced-batch.txt", MemoryFlow.Page("Traced Reefs of Glass Sponge", "Traced Tea with Hard Water"));
        stack.Clock.Advance(reader.NextDue!.Value - stack.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await stack.Stack.Functions.RunNowAsync("OnHour");
        var edition = await spans.OneAsync("edition", a => reader.Id.Equals(a.GetTagItem("subscriber.id")));
        var batch = await spans.OneAsync("editions.batch", a => a.TraceId == edition.TraceId);
        var hour = await spans.OneAsync("editions.schedule", a => batch.Links.Any(l => l.Context.SpanId == a.SpanId));
        Assert.Equal((default, false), (batch.ParentSpanId, hour.TraceId == batch.TraceId));
        await spans.OneAsync("process editions-due", a => a.TraceId == edition.TraceId);
        var names = spans.Of(edition.TraceId).Select(a => a.OperationName).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "send editions-due", "editions.deliver", "editions.candidates", "edition.match", "edition.compose",
                "edition.send" }, names);
        Assert.DoesNotContain(
            spans.Of(edition.TraceId).SelectMany(a => a.TagObjects),
            tag => tag.Value?.ToString()?.Contains('@', StringComparison.Ordinal) == true);
    }

    private static Func<Activity, bool> Is(Digest digest) => a => digest.Id.Equals(a.GetTagItem("digest.id"));
}
