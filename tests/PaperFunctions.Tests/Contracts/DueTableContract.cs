using PaperFunctions.Flow.Subscribers.Plans;
using static PaperFunctions.Tests.Contracts.Make;

namespace PaperFunctions.Tests.Contracts;

public abstract class DueTableContract
{
    private readonly string _id = Id();

    protected abstract IDueTable Table { get; }

    [Fact]
    public async Task Who_is_due_is_found_also_after_missed_hours_and_nobody_early()
    {
        await Table.PutAsync(new Due(_id, At(7, 45), "2026-03-14"), None);

        Assert.Empty(await MineAsync(At(7, 30)));
        Assert.Equal([new Due(_id, At(7, 45), "2026-03-14")], await MineAsync(At(7, 45)));
        Assert.Single(await MineAsync(At(23).AddDays(3)));
    }

    [Fact]
    public async Task A_queued_row_says_when_and_a_removed_one_stays_removed()
    {
        var due = new Due(_id, At(6), "2026-03-14");
        await Table.PutAsync(due, None);
        await Table.MarkQueuedAsync(due, At(6, 15), None);
        Assert.Equal(At(6, 15), Assert.Single(await MineAsync(At(7))).QueuedAt);

        await Table.RemoveAsync(due, None);
        await Table.MarkQueuedAsync(due, At(6, 30), None);
        await Table.RemoveAsync(due, None);
        Assert.Empty(await MineAsync(At(7)));
    }

    [Fact]
    public async Task A_newer_row_of_the_same_hour_survives_the_removal_of_the_old_one()
    {
        var old = new Due(_id, At(5, 15), "2026-03-14");
        var newer = new Due(_id, At(5, 30), "2026-03-14");
        await Table.PutAsync(old, None);
        await Table.PutAsync(newer, None);
        await Table.RemoveAsync(old, None);

        Assert.Equal([newer], await MineAsync(At(6)));
    }

    [Fact]
    public async Task A_whole_hour_is_marked_and_removed_together_but_for_rows_that_are_gone_or_newer()
    {
        var dues = Enumerable.Range(0, 130).Select(_ => new Due(Id(), At(4), "2026-03-14", null, At(3))).ToList();
        await Table.PutAsync(dues, None);
        await Table.RemoveAsync(dues[0], None);
        await Table.PutAsync(dues[1] with { At = At(4, 30) }, None);

        await Table.MarkQueuedAsync(dues, At(4, 15), None);
        var marked = await OfAsync(dues);
        Assert.Equal(dues.Skip(2).Select(d => d with { QueuedAt = At(4, 15) }).OrderBy(d => d.SubscriberId, StringComparer.Ordinal),
            marked.Where(d => d.QueuedAt is not null).OrderBy(d => d.SubscriberId, StringComparer.Ordinal));
        Assert.Equal(129, marked.Count);

        await Table.RemoveAsync(dues, None);
        Assert.Equal(dues[1].SubscriberId, Assert.Single(await OfAsync(dues)).SubscriberId);
    }

    private async Task<List<Due>> OfAsync(List<Due> dues) =>
        await Table.ReadAsync(At(5), None).Where(d => dues.Any(o => o.SubscriberId == d.SubscriberId)).ToListAsync();

    private async Task<List<Due>> MineAsync(DateTimeOffset now) =>
        await Table.ReadAsync(now, None).Where(d => d.SubscriberId == _id).ToListAsync();
}
