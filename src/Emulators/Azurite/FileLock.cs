namespace PaperFunctions.Emulators.Azurite;

/// <summary>A lock between processes: a file held open; the system lets go of it when its holder dies, however it dies.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The held file, to be disposed; throws <see cref="TimeoutException"/> where somebody else keeps it too long.</summary>
    public static async Task<IDisposable> AcquireAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!limit.IsCancellationRequested && Directory.Exists(Path.GetDirectoryName(path)))
            {
                await Task.Delay(Pause, limit.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (IOException e) when (Directory.Exists(Path.GetDirectoryName(path)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new TimeoutException($"{path} is held by another process.", e);
            }
        }
    }
}
