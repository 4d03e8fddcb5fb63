using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace PaperFunctions.Azure;

/// <summary>The storage account, as the Functions host itself is given it: section <c>AzureWebJobsStorage</c>.</summary>
/// <remarks>A connection string (local), or <c>blobServiceUri</c>, <c>queueServiceUri</c>, <c>tableServiceUri</c> with
/// <c>clientId</c> of a user-assigned identity (Azure).</remarks>
public sealed class StorageOptions
{
    public const string Section = "AzureWebJobsStorage";

    private readonly IConfigurationSection _section;
    private readonly TokenCredential _credential;

    /// <exception cref="InvalidOperationException">Neither form is set.</exception>
    public StorageOptions(IConfiguration configuration, TokenCredential credential)
    {
        _section = configuration.GetSection(Section);
        _credential = credential;
        if (_section.Value is not { Length: > 0 })
        {
            foreach (var name in new[] { "blobServiceUri", "queueServiceUri", "tableServiceUri" })
            {
                Address(name);
            }
        }
    }

    public BlobServiceClient Blobs() => _section.Value is { Length: > 0 } connection
        ? new BlobServiceClient(connection)
        : new BlobServiceClient(Address("blobServiceUri"), _credential);

    public QueueServiceClient Queues()
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return _section.Value is { Length: > 0 } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(Address("queueServiceUri"), _credential, options);
    }

    public TableServiceClient Tables() => _section.Value is { Length: > 0 } connection
        ? new TableServiceClient(connection)
        : new TableServiceClient(Address("tableServiceUri"), _credential);

    /// <summary>The app's identity: the user-assigned one where its client id is set, else whatever the machine has.</summary>
    public static TokenCredential Credential(IConfiguration configuration) =>
        configuration[$"{Section}:clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();

    private Uri Address(string name) => Uri.TryCreate(_section[name], UriKind.Absolute, out var address)
        ? address
        : throw new InvalidOperationException(
            $"No storage: set {Section} to a connection string, or {Section}__{name} to the address of that service.");
}
