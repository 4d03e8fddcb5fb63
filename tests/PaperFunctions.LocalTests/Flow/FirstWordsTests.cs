using System.Collections.Concurrent;
using PaperFunctions.LocalTests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>What a person reads who starts the product for the first time.</summary>
public sealed class FirstWordsTests
{
    [Fact]
    public async Task The_first_line_comes_at_once_and_the_addresses_come_last()
    {
        using var folder = new TemporaryFolder();
        var lines = new ConcurrentQueue<string>();
        using var up = Verb.Start("up", "--port", "0", "--mail-port", "0", "--data", folder.Path);
        up.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        up.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        up.BeginOutputReadLine();
        up.BeginErrorReadLine();
        try
        {
            for (var tries = 0; tries < 1_800 && !lines.Any(IsLast); tries++)
            {
                await Task.Delay(100);
            }

            await Task.Delay(TimeSpan.FromSeconds(3));
        }
        finally
        {
            up.Kill(entireProcessTree: true);
            await up.WaitForExitAsync();
        }

        var said = lines.Where(line => line.Length > 0).ToList();
        Assert.Equal("Starting PaperFunctions ...", said[0]);
        Assert.Contains(said, IsLast);
        Assert.True(IsLast(said[^1]), string.Join('\n', said));
        Assert.Contains("/operation?code=", string.Concat(said.TakeLast(8)), StringComparison.Ordinal);
    }

    private static bool IsLast(string line) => line.Contains("Ctrl+C", StringComparison.Ordinal);
}
