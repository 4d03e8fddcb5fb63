using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>An account's name and one of its two keys.</summary>
internal sealed class SharedKey
{
    private readonly byte[] _key;

    /// <exception cref="FormatException">The key is not base64.</exception>
    internal SharedKey(string accountName, string accountKey)
    {
        AccountName = accountName;
        _key = Convert.FromBase64String(accountKey);
    }

    internal string AccountName { get; }

    internal string Sign(string message) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(message)));
}
