using Azure;

namespace PaperFunctions.Emulators.Functions.Blobs;

/// <summary>A blob's turn, as Azure's host puts it into its own queue and, after the last failure, into the poison queue.</summary>
internal sealed record BlobTriggerMessage(
    string Type, string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    /// <summary>Also the name that users watch; Azure fixes it.</summary>
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    /// <summary>An ETag as the service's header gives it, quoted; listings leave the quotes out.</summary>
    public static string TextOf(ETag etag) => $"\"{etag.ToString().Trim('"')}\"";

    public static string QueueOf(string hostId) => "azure-webjobs-blobtrigger-" + hostId;
}
