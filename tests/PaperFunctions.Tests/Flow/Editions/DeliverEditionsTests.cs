using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Editions;

public sealed class DeliverEditionsTests : DeliveringTests
{
    [Fact]
    public async Task Who_is_due_gets_the_edition_and_the_next_hour_is_planned()
    {
        var reader = await ReadyAsync();
        await DeliverAsync(await QueuedAsync());
        var mail = Assert.Single(Product.Mail.Sent);
        Assert.Equal("reader@example.org", mail.To);
        Assert.Equal(reader.Id, mail.Arguments["subscriber"]);
        Assert.Contains("Sponge", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var now = await Product.SubscriberAsync(reader.Id);
        Assert.Equal((reader.NextDue!.Value.AddDays(1), Product.Clock.GetUtcNow()), (now.NextDue, now.LastCutoff));
        Assert.Equal(now.NextDue, (await DueAsync()).Single().At);
    }

    [Fact]
    public async Task No_new_papers_is_no_mail_and_the_ledger_says_why()
    {
        var reader = await Product.SubscribeAsync("reader@example.org");
        Product.Clock.Set(reader.NextDue!.Value);
        await DeliverAsync(await QueuedAsync());
        Assert.Empty(Product.Mail.Sent);
        var delivery = await Product.Deliveries.ListAsync(reader.Id, default).SingleAsync();
        Assert.Equal((DeliveryState.Skipped, "No new papers came in since the last edition."), (delivery.State, delivery.Reason));
        Assert.NotEqual(reader.NextDue, (await DueAsync()).Single().At);
    }

    [Fact]
    public async Task A_refused_edition_is_settled_and_its_papers_may_come_again()
    {
        var reader = await ReadyAsync();
        Product.Mail.Answer = (_, _) => new SendResult(SendOutcome.Refused, null, "bad address");
        await DeliverAsync(await QueuedAsync());
        Assert.Equal((DeliveryState.Failed, "bad address"), (await DeliveryAsync(reader)) is var d ? (d.State, d.Reason) : default);

        Product.Mail.Answer = (_, _) => null;
        Product.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(await QueuedAsync());
        Assert.Contains("Sponge", Assert.Single(Product.Mail.Sent).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_due_row_that_is_out_of_date_does_nothing_and_goes()
    {
        var reader = await ReadyAsync();
        var stale = new Due(reader.Id, reader.NextDue!.Value.AddHours(-3), "2026-03-14");
        await Product.Due.PutAsync(stale, default);
        await DeliverAsync(new EditionsDue(1, [new DueSubscriber(stale.SubscriberId, stale.At, stale.EditionKey)]));
        Assert.Empty(Product.Mail.Sent);
        Assert.Equal(reader.NextDue, (await DueAsync()).Single().At);
    }

    [Fact]
    public async Task Who_has_left_gets_no_mail()
    {
        var reader = await ReadyAsync();
        var message = await QueuedAsync();
        var row = await Product.Subscribers.FindAsync(reader.Id, default);
        await Product.Get<NextEdition>().ReplanAsync(row!, null, s => s with { State = SubscriberState.Unsubscribed }, default);
        await DeliverAsync(message);
        Assert.Empty(Product.Mail.Sent);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task An_edition_out_of_turn_leaves_the_hour_where_it_is()
    {
        var reader = await ReadyAsync();
        await DeliverAsync(OnDemand(reader));
        Assert.Single(Product.Mail.Sent);
        Assert.Equal(reader.NextDue, (await Product.SubscriberAsync(reader.Id)).NextDue);
        Assert.Equal(reader.NextDue, (await DueAsync()).Single().At);
    }

    [Fact]
    public async Task Of_somebody_who_has_everything_deleted_while_a_batch_is_made_nothing_is_listed()
    {
        var leaving = await ReadyAsync();
        Product.Mail.Before = () => Product.Get<SubscriberAccount>().DeleteAsync(leaving.Id, default); // while the edition is handed over
        await DeliverAsync(await QueuedAsync());
        Assert.Contains(Product.Mail.Sent, m => m.Subject.Contains("Sponge", StringComparison.Ordinal));
        Assert.Empty(Product.Deliveries.Listed);
        Assert.Empty(await Product.Deliveries.ListAsync(leaving.Id, default).ToListAsync());
    }
}
