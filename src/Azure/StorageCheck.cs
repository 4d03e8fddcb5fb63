using Microsoft.Extensions.Hosting;

namespace PaperFunctions.Azure;

/// <summary>Has the storage settings checked at start, not at the first trigger: <paramref name="storage"/> is checked when it is made.</summary>
internal sealed class StorageCheck(StorageOptions storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(storage);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
