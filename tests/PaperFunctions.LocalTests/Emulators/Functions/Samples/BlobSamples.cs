using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.LocalTests.Emulators.Functions.Samples;

public sealed class ReadDrops(Recorder recorder)
{
    [Function("ReadDrops")]
    public async Task RunAsync(
        [BlobTrigger("%Container%/in/{name}.{extension}", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        string extension,
        CancellationToken cancellationToken)
    {
        var text = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString();
        recorder.Saw($"{name}|{extension}|{blob.Name}|{text}");
        recorder.FailIfAsked(text);
    }
}
