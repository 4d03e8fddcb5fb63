using Azure.Data.Tables;

namespace PaperFunctions.LocalTests.Compat;

/// <summary>A base for tests on tables: each test has one of its own.</summary>
public abstract class AzuriteTable(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    protected AzuriteFixture Azurite { get; } = azurite;

    protected TableClient Table { get; } = new TableServiceClient(azurite.ConnectionString).GetTableClient("T" + Guid.NewGuid()
        .ToString("N"));

    public async Task InitializeAsync() => await Table.CreateIfNotExistsAsync();

    public async Task DisposeAsync() => await Table.DeleteAsync();

    protected static TableEntity Row(string rowKey, string partitionKey = "p") => new(partitionKey, rowKey);
}
