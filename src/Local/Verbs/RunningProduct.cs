using PaperFunctions.Local.Runtime;

namespace PaperFunctions.Local.Verbs;

/// <summary>The services of a running <c>up</c>, for the verbs that talk to it.</summary>
internal static class RunningProduct
{
    /// <param name="account">A storage account in Azure to work on instead; null for the running product.</param>
    /// <exception cref="NotRunningException">No product answers on that port.</exception>
    public static async Task<ServiceProvider> ConnectAsync(int port, string? account, CancellationToken cancellationToken) =>
        account is null ? await ConnectAsync(port, cancellationToken) : LocalServices.ConnectToAccount(account);

    /// <exception cref="NotRunningException">No product answers on that port.</exception>
    public static async Task<ServiceProvider> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            var running = await http.GetFromJsonAsync<ProductAddresses>(
                $"http://127.0.0.1:{port}{LocalWeb.ProductPath}", cancellationToken);
            return LocalServices.Connect(running!.Addresses, running.Secrets);
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException or TaskCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            throw new NotRunningException(port, e);
        }
    }
}

/// <summary>What a running product tells other commands of the same user; served on 127.0.0.1 alone.</summary>
internal sealed record ProductAddresses(LocalAddresses Addresses, LocalSecrets Secrets);

internal sealed class NotRunningException(int port, Exception cause) : Exception(
    $"No PaperFunctions answers on port {port}: start it with 'dotnet run --project src/Local"
    + $"{(port == Arguments.DefaultPort ? "" : $" -- --port {port}")}', or name the port of a running one with --port.", cause);
