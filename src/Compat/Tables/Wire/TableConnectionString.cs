namespace Azure.Data.Tables.Wire;

/// <summary>
/// Reads "Name=Value;..." account settings
/// (https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string).
/// </summary>
internal static class TableConnectionString
{
    // The emulator's account and key are fixed and published.
    private const string DevelopmentAccount = "devstoreaccount1";
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const int DevelopmentPort = 10002;

    /// <exception cref="FormatException">The settings are malformed or do not make an account.</exception>
    internal static (Uri Endpoint, SharedKey Credential) Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Split(connectionString);
        if (settings.GetValueOrDefault("UseDevelopmentStorage") == "true")
            return Development(settings.GetValueOrDefault("DevelopmentStorageProxyUri"));
        if (settings.ContainsKey("SharedAccessSignature"))
            throw new FormatException(
                "A connection string with a SharedAccessSignature needs the official Azure.Data.Tables (build with "
                + "AzurePackages=official).");
        if (!settings.TryGetValue("AccountName", out var account) || !settings.TryGetValue("AccountKey", out var key))
            throw new FormatException("The connection string has no AccountName or no AccountKey.");
        return (Endpoint(settings, account), new SharedKey(account, key));
    }

    private static Uri Endpoint(Dictionary<string, string> settings, string account)
    {
        if (settings.TryGetValue("TableEndpoint", out var given))
            return Absolute("TableEndpoint", given);
        if (!settings.TryGetValue("EndpointSuffix", out var suffix))
            throw new FormatException("The connection string has no TableEndpoint and no EndpointSuffix.");
        return Absolute("EndpointSuffix", $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{suffix}/");
    }

    private static (Uri, SharedKey) Development(string? proxy)
    {
        var host = new UriBuilder(proxy is null ? new Uri("http://127.0.0.1") : Absolute("DevelopmentStorageProxyUri", proxy))
        {
            Port = DevelopmentPort,
            Path = DevelopmentAccount,
        };
        return (host.Uri, new SharedKey(DevelopmentAccount, DevelopmentKey));
    }

    private static Uri Absolute(string setting, string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri)
        ? uri
        : throw new FormatException($"The connection string's {setting} is not an address.");

    private static Dictionary<string, string> Split(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var segment in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = segment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !settings.TryAdd(segment[..equals].Trim(), segment[(equals + 1)..].Trim()))
                // values stay out of the message: keys are secret
                throw new FormatException("The connection string is not a list of unique name=value settings.");
        }

        return settings;
    }
}
