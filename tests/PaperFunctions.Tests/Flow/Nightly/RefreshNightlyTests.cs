using PaperFunctions.Flow.Nightly;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Nightly;

public sealed class RefreshNightlyTests
{
    [Fact]
    public async Task A_backup_that_fails_is_reported_after_the_rest_of_the_night_is_done()
    {
        using var flow = new MemoryFlow();
        await flow.DropAsync("reefs.txt", "Tidal Glass Sponge Reefs", "Compressing Train Timetables");
        flow.Clock.Advance(TimeSpan.FromHours(1));
        flow.Backups.Failure = new IOException("the container is gone");

        var failure = await Assert.ThrowsAsync<IOException>(() => flow.Get<RefreshNightly>().RunAsync(default));
        Assert.Equal("the container is gone", failure.Message);
        Assert.NotNull(flow.Models.Model);
    }
}
