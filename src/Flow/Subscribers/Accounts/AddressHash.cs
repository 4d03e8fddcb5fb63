using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Subscribers.Links;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Keyed hash of an address: one account an address, without addresses as keys.</summary>
public sealed class AddressHash(IOptions<SiteOptions> options)
{
    private readonly byte[] _key = Convert.FromBase64String(options.Value.AddressKey);

    /// <param name="email">A normalised address; case is folded here, since nobody means another person by it.</param>
    /// <returns>HMAC-SHA256, 64 lower-case hex digits.</returns>
    public string Of(string email) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(email.ToLowerInvariant())));
}
