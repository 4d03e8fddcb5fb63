using System.Reflection;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Local.Host.Blobs;

namespace PaperFunctions.Local.Host.Binding;

/// <summary>Parameters of blob functions.</summary>
internal static class BlobValues
{
    public static ParameterBinder? Content(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(BlobClient) || type == typeof(BlobBaseClient) => (cause, _) => ValueTask.FromResult<object?>(Blob(cause)),
        var type when type == typeof(BlockBlobClient) => (cause, _) =>
            ValueTask.FromResult<object?>(Blob(cause).GetParentBlobContainerClient().GetBlockBlobClient(Blob(cause).Name)),
        var type when type == typeof(Stream) => async (cause, context) =>
            await Blob(cause).OpenReadAsync(cancellationToken: context.CancellationToken),
        var type when type == typeof(string) => async (cause, context) => (await DownloadAsync(cause, context)).ToString(),
        var type when type == typeof(byte[]) => async (cause, context) => (await DownloadAsync(cause, context)).ToArray(),
        _ => null,
    };

    public static ParameterBinder? Named(ParameterInfo parameter, BlobTriggerAttribute trigger)
    {
        IEnumerable<string> names = [.. BlobPattern.NamesIn(trigger.BlobPath), "blobTrigger", "uri"];
        return names.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase) ? NamedValues.Bind(parameter) : null;
    }

    private static BlobClient Blob(TriggerEvent cause) => (BlobClient)cause.Value;

    private static async Task<BinaryData> DownloadAsync(TriggerEvent cause, FunctionContext context) =>
        (await Blob(cause).DownloadContentAsync(context.CancellationToken)).Value.Content;
}
