using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using PaperFunctions.Emulators.Functions.Execution;

namespace PaperFunctions.Emulators.Functions.Timers;

/// <summary>Remembers when each timer last ran, in the blob where Azure's host does: <c>timers/{host}/{function}/status</c>.</summary>
internal sealed class TimerStatusStore(BlobContainerClient hosts, string hostId, ILogger logger)
{
    /// <summary>In UTC; null if the timer has not run yet, or its state cannot be read.</summary>
    public async Task<DateTime?> ReadAsync(string functionId, CancellationToken cancellationToken)
    {
        try
        {
            var status = await Blob(functionId).DownloadContentAsync(cancellationToken);
            return status.Value.Content.ToObjectFromJson<Status>()?.LastUpdated.ToUniversalTime();
        }
        catch (Exception e) when (e is RequestFailedException { Status: 404 } or JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string functionId, DateTime last)
    {
        try
        {
            await Blob(functionId).UploadAsync(BinaryData.FromObjectAsJson(new Status(last)), overwrite: true, CancellationToken.None);
        }
        catch (RequestFailedException e)
        {
            Log.TimerStatusFailed(logger, functionId, e); // at worst a missed run is not made up for
        }
    }

    private BlobClient Blob(string functionId) => hosts.GetBlobClient($"timers/{hostId}/{functionId}/status");

    private sealed record Status(DateTime LastUpdated);
}
