using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The person whom the platform's built-in authentication has logged in, as it hands them on:
/// X-MS-CLIENT-PRINCIPAL, Base64 of <c>{"auth_typ", "claims": [{"typ", "val"}]}</c>.</summary>
internal static class OperatorPrincipal
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    // The claim's name with and without the default mapping of names.
    private static readonly string[] ObjectId = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];

    /// <summary>The Entra object id, in lower case; null if nobody is logged in, or not with Entra, or the header is not what the
    /// platform writes.</summary>
    public static string? IdOf(HttpRequest request)
    {
        if (request.Headers[Header] is not [{ Length: > 0 } header])
        {
            return null;
        }

        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            return principal.RootElement.GetProperty("auth_typ").ValueEquals("aad")
                && Ids(principal.RootElement).Distinct().ToList() is [{ Length: > 0 } id] ? id : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Ids(JsonElement principal) => principal.GetProperty("claims").EnumerateArray()
        .Where(c => ObjectId.Contains(c.GetProperty("typ").GetString()))
        .Select(c => (c.GetProperty("val").GetString() ?? "").ToLowerInvariant());
}
