using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.LocalTests.Host.Samples;

public sealed class ReadDrops(Recorder recorder)
{
    [Function("ReadDrops")]
    public async Task RunAsync(
        [BlobTrigger("%Container%/in/{name}.{extension}", Source = BlobTriggerSource.EventGrid)] Stream content,
        string name,
        string extension,
        string blobTrigger,
        CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content);
        var text = await reader.ReadToEndAsync(cancellationToken);
        recorder.Saw($"{name}|{extension}|{blobTrigger[(blobTrigger.IndexOf('/') + 1)..]}|{text}");
        recorder.FailIfAsked(text);
    }
}

public sealed class BlobShapes(Recorder recorder)
{
    [Function("AsClient")]
    public async Task ClientAsync([BlobTrigger("%Container%/client/{name}")] BlobClient blob, Uri uri) =>
        recorder.Saw($"client {blob.Name} {(await blob.DownloadContentAsync()).Value.Content} {uri == blob.Uri}");

    [Function("AsText")]
    public void Text([BlobTrigger("%Container%/text/{name}")] string text, string name) => recorder.Saw($"text {name} {text}");

    [Function("AsBytes")]
    public static void Bytes([BlobTrigger("%Container%/bytes/{name}")] byte[] bytes, FunctionContext context) =>
        ((Recorder)context.InstanceServices.GetService(typeof(Recorder))!).Saw(
            $"bytes {context.BindingContext.BindingData["NAME"]} {bytes.Length} {context.FunctionDefinition.Name}");
}
