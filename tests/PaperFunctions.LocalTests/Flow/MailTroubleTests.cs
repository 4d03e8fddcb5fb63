using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Emulators.SendGrid;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

[Collection(StackCollection.Name)]
public class MailTroubleTests(StackFixture stack)
{
    private const string Key = "2026-03-14T080000";

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Mail_that_the_provider_does_not_take_for_now_is_sent_a_little_later_and_once(int status)
    {
        var subscriber = await ReaderAsync($"busy{status}@example.org", $"Busy{status} Moss Gardens");
        stack.Stack.Mail.Faults.Plan(new MailFault(MailFaultKind.Status, Times: 2, status));
        await stack.SendNowAsync(subscriber, Key);
        var delivery = await stack.DeliveryAsync(subscriber, Key, d => d.IsSettled);
        Assert.Equal((DeliveryState.Sent, 3), (delivery.State, delivery.Attempt));
        Assert.Single(await stack.MailToAsync(subscriber.Email));
    }

    [Fact]
    public async Task Mail_that_the_provider_refuses_is_settled_as_failed_and_says_why()
    {
        var subscriber = await ReaderAsync("refused@example.org", "Refused Moss Gardens");
        var row = await stack.Get<ISubscriberTable>().FindAsync(subscriber.Id, default);
        await stack.Get<ISubscriberTable>().TrySaveAsync(row! with { Value = row.Value with { Email = "no address" } }, default);
        await stack.SendNowAsync(subscriber, Key);
        var delivery = await stack.DeliveryAsync(subscriber, Key, d => d.IsSettled);
        Assert.Equal(DeliveryState.Failed, delivery.State);
        Assert.Contains("400", delivery.Reason, StringComparison.Ordinal);
        Assert.Equal(subscriber.LastCutoff, (await stack.SubscriberAsync(subscriber.Id)).LastCutoff);
    }

    [Theory]
    [InlineData(MailFaultKind.SilentAfterAccept, 2)]
    [InlineData(MailFaultKind.CutAfterAccept, 2)]
    [InlineData(MailFaultKind.CutBeforeAccept, 1)]
    public async Task Without_an_answer_the_same_mail_is_sent_again_once_the_claim_has_run_out(MailFaultKind fault, int mails)
    {
        var subscriber = await ReaderAsync($"{fault}@example.org".ToLowerInvariant(), $"{fault} Moss Gardens");
        stack.Stack.Mail.Faults.Plan(new MailFault(fault));
        await stack.SendNowAsync(subscriber, Key);
        await StackFixture.EventuallyAsync<object>(() => Task.FromResult<object?>(stack.Stack.Mail.Faults.Left), left => left is 0);
        await stack.DeliveryAsync(subscriber, Key, d => d is { State: DeliveryState.Claimed, Picks.Count: > 0 });

        // A second run finds the claim held, and nothing more is sent while it holds.
        await stack.Get<DeliverEditions>()
            .RunAsync(new EditionsDue(1, [new DueSubscriber(subscriber.Id, stack.Clock.GetUtcNow(), Key)], OnDemand: true), default);
        Assert.Equal(mails - 1, (await stack.MailToAsync(subscriber.Email)).Count);
        stack.Clock.Advance(DeliveryLedger.Lease);
        await stack.SendNowAsync(subscriber, Key);
        Assert.Equal(DeliveryState.Sent, (await stack.DeliveryAsync(subscriber, Key, d => d.IsSettled)).State);
        var got = await stack.MailToAsync(subscriber.Email);
        Assert.Equal(mails, got.Count);
        Assert.Single(got.Select(m => m.Subject).Distinct());
    }

    [Fact]
    public async Task Who_is_due_gets_mail_by_the_hour_without_being_asked_for_and_nobody_twice()
    {
        var subscriber = await ReaderAsync("hourly@example.org", "Hourly Moss Gardens");
        stack.Clock.Advance(subscriber.NextDue!.Value - stack.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        var runs = await Task.WhenAll(stack.Stack.Functions.RunNowAsync("OnHour"), stack.Stack.Functions.RunNowAsync("OnHour"));
        Assert.All(runs, r => Assert.True(r.Succeeded));
        await StackFixture.EventuallyAsync<Subscriber>(async () => await stack.SubscriberAsync(subscriber.Id),
            s => s.NextDue > subscriber.NextDue);
        await stack.Stack.Functions.RunNowAsync("OnHour");

        Assert.Single(await stack.MailToAsync(subscriber.Email));
        var due = await stack.Get<IDueTable>().ReadAsync(stack.Clock.GetUtcNow().AddDays(2), default)
            .Where(d => d.SubscriberId == subscriber.Id).ToListAsync();
        Assert.Equal([(await stack.SubscriberAsync(subscriber.Id)).NextDue!.Value], due.Select(d => d.At));
    }

    /// <summary>A reader, and a paper that fits the reader alone.</summary>
    private async Task<Subscriber> ReaderAsync(string email, string title)
    {
        var subscriber = await stack.EnrolAsync(email, title.ToLowerInvariant());
        await stack.DropAsync($"{email}.txt", MemoryFlow.Page(title, $"{title} Revisited", "Ferry Pricing in Winter"));
        return await stack.SubscriberAsync(subscriber.Id);
    }
}
