using Azure.Data.Tables;
using PaperFunctions.Azure.Tables;

namespace PaperFunctions.LocalTests.Contracts;

internal static class Tables
{
    private static readonly Lock Gate = new();
    private static bool _made;

    /// <summary>The tables of the shared emulator, made once.</summary>
    public static TableServiceClient Of(AzuriteFixture azurite)
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        lock (Gate)
        {
            if (!_made)
            {
                Task.WaitAll([.. TableNames.All.Select(t => service.GetTableClient(t).CreateIfNotExistsAsync())]);
                _made = true;
            }
        }

        return service;
    }
}
