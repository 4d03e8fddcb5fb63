using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.Emulators.Functions.Http;

/// <summary>Checks the key that requests above the anonymous level must carry.</summary>
internal static class FunctionKey
{
    public static bool Admits(HttpRequest request, AuthorizationLevel level, string? key)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        var given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        return key is { Length: > 0 } && given is not null && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(key));
    }

    // Of one length, so that the comparison tells nothing about the key's.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
