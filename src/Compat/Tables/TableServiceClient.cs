#nullable disable // as the package has it
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>A storage account's tables.</summary>
public class TableServiceClient
{
    /// <summary>What a token for table storage is asked for.</summary>
    private const string StorageScope = "https://storage.azure.com/.default";

    private readonly TableRequests _requests;

    /// <summary>From a connection string: <c>UseDevelopmentStorage=true</c>, or a name and key with an
    /// endpoint or an endpoint suffix.</summary>
    /// <exception cref="FormatException">What it says does not make an account.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <inheritdoc cref="TableServiceClient(string)"/>
    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(TableConnectionString.Parse(connectionString), options)
    {
    }

    /// <summary>With an identity's token. Tokens travel over https only.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, StorageScope), options)
    {
    }

    private TableServiceClient((Uri Endpoint, SharedKey Credential) account, TableClientOptions options)
        : this(account.Endpoint, new SharedKeyPolicy(account.Credential), options)
    {
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new TableClientOptions();
        var pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication }, // a retry is signed anew, with its own date
            ResponseClassifier = new ResponseClassifier(),
            RequestFailedDetailsParser = TableErrorParser.Instance,
        });
        _requests = new TableRequests(pipeline, endpoint, options.VersionString);
    }

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(tableName, _requests);
    }
}
