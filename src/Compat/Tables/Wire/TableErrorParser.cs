using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Takes code and message from <c>{"odata.error":{"code":"...","message":{"lang":"...","value":"..."}}}</c>.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    internal const string FailedEntity = "FailedEntity";

    internal static TableErrorParser Instance { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error,
        [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        try
        {
            using var json = JsonDocument.Parse(response.Content.ToMemory());
            if (!json.RootElement.TryGetProperty("odata.error", out var odata))
                return false;
            var message = odata.GetProperty("message").GetProperty("value").GetString() ?? "";
            error = new ResponseError(odata.GetProperty("code").GetString(), message);
            data = new Dictionary<string, string>();
            if (FailedIndex(message) is { } index)
                data[FailedEntity] = index;
            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false; // no body, or a proxy's page: the status alone makes the error
        }
    }

    /// <summary>A refused transaction's message begins with the failed action's place: "3:The specified entity already exists.".</summary>
    private static string? FailedIndex(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? message[..colon]
            : null;
    }
}
