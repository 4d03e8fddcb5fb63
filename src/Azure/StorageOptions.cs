using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Settings;

namespace PaperFunctions.Azure;

/// <summary>The storage account, as the Functions host itself is given it: section <c>AzureWebJobsStorage</c>.</summary>
/// <remarks>A connection string (local), or <c>blobServiceUri</c>, <c>queueServiceUri</c>, <c>tableServiceUri</c> with
/// <c>clientId</c> of a user-assigned identity (Azure).</remarks>
public sealed class StorageOptions
{
    public const string Section = "AzureWebJobsStorage";

    private readonly IConfigurationSection _section;
    private readonly TokenCredential _credential;

    /// <exception cref="OptionsValidationException">Neither form is set, or it is none.</exception>
    public StorageOptions(IConfiguration configuration, TokenCredential credential)
    {
        _section = configuration.GetSection(Section);
        _credential = credential;
        if (_section.Value is { Length: > 0 } connection)
        {
            Check(connection);
            return;
        }

        foreach (var name in new[] { "blobServiceUri", "queueServiceUri", "tableServiceUri" })
        {
            Address(name);
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

    /// <summary>What is wrong in a connection string may be a key: it is not repeated.</summary>
    private static void Check(string connection)
    {
        if (SettingReference.IsUnresolved(connection))
        {
            throw Wrong(SettingReference.Sentence(Section));
        }

        try
        {
            _ = new BlobServiceClient(connection);
            _ = new TableServiceClient(connection);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw Wrong($"The connection string in {Section} cannot be read: copy it whole from the storage account's access keys.");
        }
    }

    private Uri Address(string name) => Uri.TryCreate(_section[name], UriKind.Absolute, out var address)
        ? address
        : throw Wrong($"No storage: set {Section} to a connection string, or {Section}__{name} to the address of that service.");

    private static OptionsValidationException Wrong(string sentence) => new(Section, typeof(StorageOptions), [sentence]);
}
