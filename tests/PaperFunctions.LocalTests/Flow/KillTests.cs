using PaperFunctions.Kills;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>The short form; <c>kills</c> of the benchmarks is the long one.</summary>
public class KillTests
{
    [Fact]
    public async Task Three_kills_lose_nothing_and_double_nothing()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        var result = await KillRun.RunAsync(new KillOptions(Kills: 3, Seed: 7, People: 4), limit.Token);
        Assert.Empty(result.Findings);
        Assert.Equal(3, result.Kills);
        Assert.True(result is { Digests: > 2, Papers: > 100, Editions: > 3 }, $"Too little happened for a count to say much: {result}");
    }
}
