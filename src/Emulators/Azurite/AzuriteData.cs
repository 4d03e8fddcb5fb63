using System.Diagnostics;
using System.Globalization;

namespace PaperFunctions.Emulators.Azurite;

/// <summary>A data folder held by one emulator: two over the same files would destroy them.</summary>
/// <remarks>
/// The lock is ours and ends with our process. The emulator lives a moment longer, to write out its data. So the folder also names the
/// emulator's process; the next start waits for it to end, and kills it where it does not.
/// </remarks>
internal sealed class AzuriteData : IDisposable
{
    private static readonly TimeSpan OtherOwner = TimeSpan.FromSeconds(3);

    private readonly IDisposable _held;
    private readonly string _processFile;

    private AzuriteData(IDisposable held, string processFile) => (_held, _processFile) = (held, processFile);

    /// <param name="leaving">How long an emulator that is still there may take to write out its data.</param>
    /// <exception cref="AzuriteException">Another running program uses the folder.</exception>
    public static async Task<AzuriteData> TakeAsync(string folder, TimeSpan leaving, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        IDisposable held;
        try
        {
            held = await FileLock.AcquireAsync(Path.Combine(folder, "azurite.lock"), OtherOwner, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new AzuriteException(
                $"The folder {folder} is in use by another PaperFunctions: stop that one, or choose another data folder.", e);
        }

        var data = new AzuriteData(held, Path.Combine(folder, "azurite.pid"));
        await data.EndStaleAsync(leaving, cancellationToken);
        return data;
    }

    /// <summary>Notes which process to wait for if we die. The start time tells it from a later process with the same number.</summary>
    public void Record(Process process) => File.WriteAllText(_processFile, $"{process.Id} {StartOf(process)}");

    public void Dispose()
    {
        File.Delete(_processFile);
        _held.Dispose();
    }

    private async Task EndStaleAsync(TimeSpan leaving, CancellationToken cancellationToken)
    {
        if (Stale() is not { } stale)
        {
            return;
        }

        using (stale)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(leaving);
            await stale.WaitForExitAsync(limit.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            if (!stale.HasExited)
            {
                stale.Kill(entireProcessTree: true);
                await stale.WaitForExitAsync(cancellationToken);
            }
        }
    }

    private Process? Stale()
    {
        try
        {
            var parts = File.ReadAllText(_processFile).Split(' ');
            var process = Process.GetProcessById(int.Parse(parts[0], CultureInfo.InvariantCulture));
            if (parts.Length == 2 && Math.Abs(long.Parse(parts[1], CultureInfo.InvariantCulture) - StartOf(process)) <= 2)
            {
                return process;
            }

            process.Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    // Seconds, compared with some tolerance: on Linux the start time is computed from the boot time, which drifts a little.
    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
}
