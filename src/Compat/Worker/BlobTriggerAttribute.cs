using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for every new or overwritten blob under a path: <c>container/{name}</c>.</summary>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    public string BlobPath { get; } = blobPath;

    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}

/// <summary>How changes of a container are noticed.</summary>
public enum BlobTriggerSource
{
    /// <summary>By reading storage logs and listing the container from time to time.</summary>
    LogsAndContainerScan,

    /// <summary>By events that the storage account pushes.</summary>
    EventGrid,
}
