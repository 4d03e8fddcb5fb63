using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.Local.Host.Timers;

/// <summary>Remembers when each timer ran, where and how Azure's host does: <c>timers/{host}/{function}/status</c>.</summary>
internal sealed class TimerStatusStore(BlobContainerClient hosts, string hostId, ILogger logger)
{
    /// <summary>Null where the timer has never been seen, or its state can't be read.</summary>
    public async Task<ScheduleStatus?> ReadAsync(string functionId, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(functionId).DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (Exception e) when (e is RequestFailedException { Status: 404 } or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string functionId, ScheduleStatus status)
    {
        try
        {
            await Blob(functionId).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, CancellationToken.None);
        }
        catch (RequestFailedException e)
        {
            Log.TimerStatusFailed(logger, functionId, e); // at worst a missed run is not made up for
        }
    }

    private BlobClient Blob(string functionId) => hosts.GetBlobClient($"timers/{hostId}/{functionId}/status");
}
