using PaperFunctions.Flow.Ingest.Store;
using static PaperFunctions.Tests.Contracts.Make;

namespace PaperFunctions.Tests.Contracts;

public abstract class ArrivalTableContract
{
    /// <summary>A day of its own for each test, so that tests can share a service.</summary>
    private static int _days;

    private readonly DateTimeOffset _day = new DateTimeOffset(2031, 1, 1, 0, 0, 0,
        TimeSpan.Zero).AddDays(10 * Interlocked.Increment(ref _days));

    protected abstract IArrivalTable Table { get; }

    [Fact]
    public async Task Papers_come_in_the_order_of_arrival_within_the_period()
    {
        var papers = new[] { -1, 0, 5, 23, 24, 47, 48 }.Select(h => Stored($"{h}", _day.AddHours(h))).ToList();
        await Table.PutAsync([.. papers.AsEnumerable().Reverse()], None);

        var found = await Table.ReadAsync(_day, _day.AddHours(48), None).ToListAsync();

        Assert.Equal(["0", "5", "23", "24", "47"], found.Select(p => p.Paper.Title));
        Assert.Equal(papers[1].Id, found[0].Id);
        Assert.Equal(papers[1].FirstSeen, found[0].FirstSeen);
    }

    [Fact]
    public async Task The_same_arrival_twice_is_one_and_the_later_content_stays()
    {
        var paper = Stored("Before", _day);
        await Table.PutAsync([paper], None);
        await Table.PutAsync([paper with { Paper = Paper("After") }], None);

        Assert.Equal("After", Assert.Single(await Table.ReadAsync(_day, _day.AddDays(1), None).ToListAsync()).Paper.Title);
    }

    [Fact]
    public async Task Removing_takes_what_is_there_and_minds_nothing_else()
    {
        var (kept, gone) = (Stored("Kept", _day), Stored("Gone", _day));
        await Table.PutAsync([kept, gone], None);
        await Table.RemoveAsync([gone, Stored("Never there", _day)], None);

        Assert.Equal("Kept", Assert.Single(await Table.ReadAsync(_day, _day.AddDays(1), None).ToListAsync()).Paper.Title);
    }

    [Fact]
    public async Task An_arrival_is_found_under_its_own_time_alone()
    {
        var (here, late) = (Stored("Here", _day), Stored("Late", _day) with { ArrivedAt = _day.AddHours(5) });
        await Table.PutAsync([here, late], None);

        var found = await Table.FindAsync([here, late with { ArrivedAt = _day }, Stored("Never there", _day)], None);

        Assert.Equal([here.Id], found);
        Assert.Equal(late.ArrivedAt,
            Assert.Single(await Table.ReadAsync(_day.AddHours(1), _day.AddHours(6), None).ToListAsync()).ArrivedAt);
    }

    [Fact]
    public async Task Whole_days_expire()
    {
        var old = new DateTimeOffset(1999, 12, 30, 12, 0, 0, TimeSpan.Zero);
        await Table.PutAsync([.. Enumerable.Range(0, 150).Select(i => Stored($"{i}", old.AddSeconds(i))), Stored("Kept", old.AddDays(1))],
            None);

        var removed = await Table.ExpireAsync(new DateOnly(1999, 12, 31), None);

        Assert.Equal(150, removed);
        Assert.Equal("Kept", Assert.Single(await Table.ReadAsync(old.AddDays(-1), old.AddDays(2), None).ToListAsync()).Paper.Title);
    }
}
