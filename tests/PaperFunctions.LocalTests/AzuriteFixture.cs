using PaperFunctions.Emulators.Azurite;

namespace PaperFunctions.LocalTests;

/// <summary>One storage emulator in memory for the whole run; names of containers, queues and tables keep tests apart.</summary>
/// <remarks>For a class on its own: <c>IClassFixture&lt;AzuriteFixture&gt;</c>; classes run beside each other then, still over
/// one emulator. It ends with the test process.</remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static readonly Lazy<Task<AzuriteServer>> Shared = new(() => AzuriteServer.StartAsync());

    private AzuriteServer? _server;

    public string ConnectionString => _server!.ConnectionString;

    public Uri TableEndpoint => new($"http://127.0.0.1:{_server!.Ports.Table}/devstoreaccount1");

    public async Task InitializeAsync() => _server = await Shared.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A name that nothing else uses, valid for containers, queues and tables: <c>t</c> and 20 hex digits.</summary>
    public static string UniqueName() => "t" + Guid.NewGuid().ToString("N")[..20];
}

/// <summary>For classes that must not run beside each other.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
