using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Links;

/// <summary>Signs links and checks them: HMAC-SHA256 over purpose, subscriber, paper, edition and expiry.</summary>
/// <remarks>Layout in bytes: form 1, purpose 1, expiry 4 (hours since 1970), edition day 4, subscriber 16, paper 16 (zeros for none),
/// tag 16 (HMAC-SHA256 cut to 128 bits, RFC 2104 section 5); 58 bytes, 78 characters of Base64url.</remarks>
public sealed class LinkSigner(IOptions<SiteOptions> options, TimeProvider clock)
{
    private const byte Form = 1;
    private const int BodyLength = 42;
    private const int TagLength = 16;
    private const int TextLength = 78;

    private readonly byte[][] _keys = [.. new[] { options.Value.SigningKey, options.Value.PreviousSigningKey }
        .Where(k => k.Length > 0).Select(Convert.FromBase64String)];

    public string Sign(LinkToken token)
    {
        Span<byte> bytes = stackalloc byte[BodyLength + TagLength];
        bytes[0] = Form;
        bytes[1] = (byte)token.Purpose;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)Math.Ceiling(token.Expires.ToUnixTimeSeconds() / 3600.0));
        BinaryPrimitives.WriteInt32BigEndian(bytes[6..], token.EditionDay);
        Convert.FromHexString(token.SubscriberId).CopyTo(bytes[10..]);
        if (token.Paper is { } paper)
        {
            Convert.FromHexString(paper.Value).CopyTo(bytes[26..]);
        }

        Tag(_keys[0], bytes[..BodyLength], bytes[BodyLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The content of a token, or null when it was not made by us, for this purpose, or has expired.</summary>
    public LinkToken? Check(string? text, LinkPurpose purpose)
    {
        Span<byte> bytes = stackalloc byte[BodyLength + TagLength];
        if (text is not { Length: TextLength } || !Base64Url.IsValid(text, out var length) || length != bytes.Length
            || !Base64Url.TryDecodeFromChars(text, bytes, out _) || !IsOurs(bytes) || bytes[0] != Form || bytes[1] != (byte)purpose)
        {
            return null;
        }

        var token = Parse(bytes, purpose);
        return token.Expires > clock.GetUtcNow() ? token : null;
    }

    private static LinkToken Parse(ReadOnlySpan<byte> bytes, LinkPurpose purpose)
    {
        var paper = bytes[26..BodyLength];
        return new LinkToken(
            purpose,
            Convert.ToHexStringLower(bytes[10..26]),
            DateTimeOffset.FromUnixTimeSeconds(3600L * BinaryPrimitives.ReadUInt32BigEndian(bytes[2..])),
            paper.ContainsAnyExcept((byte)0) ? new PaperId(Convert.ToHexStringLower(paper)) : null,
            BinaryPrimitives.ReadInt32BigEndian(bytes[6..]));
    }

    private bool IsOurs(ReadOnlySpan<byte> bytes)
    {
        Span<byte> tag = stackalloc byte[TagLength];
        var ours = false;
        foreach (var key in _keys)
        {
            Tag(key, bytes[..BodyLength], tag);
            ours |= CryptographicOperations.FixedTimeEquals(tag, bytes[BodyLength..]);
        }

        return ours;
    }

    private static void Tag(byte[] key, ReadOnlySpan<byte> body, Span<byte> tag)
    {
        Span<byte> full = stackalloc byte[32];
        HMACSHA256.HashData(key, body, full);
        full[..TagLength].CopyTo(tag);
    }
}
