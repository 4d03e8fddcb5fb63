using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Links;

/// <summary>Signs links and checks them: HMAC-SHA256 over purpose, subscriber, paper, edition, epoch and expiry.</summary>
/// <remarks>Layout in bytes: form 1, purpose 1, expiry 4 (hours since 1970), edition day 4 (in a session: the hour of its mail),
/// subscriber 16, paper 16 (zeros for none), epoch 2, tag 16 (HMAC-SHA256 cut to 128 bits, RFC 2104 section 5); 60 bytes,
/// 80 characters of Base64url. Tokens of form 1, as mails of earlier releases carry them, have no epoch and count as epoch 0.</remarks>
public sealed class LinkSigner(IOptions<SiteOptions> options, TimeProvider clock)
{
    private const byte Form = 2;
    private const byte FormWithoutEpoch = 1;
    private const int EpochStart = 42;
    private const int BodyLength = EpochStart + 2;
    private const int TagLength = 16;

    private readonly byte[][] _keys = [.. new[] { options.Value.SigningKey, options.Value.PreviousSigningKey }
        .Where(k => k.Length > 0).Select(Convert.FromBase64String)];

    public string Sign(LinkToken token)
    {
        Span<byte> bytes = stackalloc byte[BodyLength + TagLength];
        bytes[0] = Form;
        bytes[1] = (byte)token.Purpose;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)Hours(token.Expires));
        BinaryPrimitives.WriteInt32BigEndian(bytes[6..], token.MailedAt is { } mailed ? Hours(mailed) : token.EditionDay);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[EpochStart..], (ushort)token.Epoch);
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
        Span<byte> buffer = stackalloc byte[BodyLength + TagLength];
        if (text is not { Length: <= 80 } || !Base64Url.IsValid(text, out var length) || length > buffer.Length
            || LengthOf(text.Length) is not { } body || length != body + TagLength || !Base64Url.TryDecodeFromChars(text, buffer, out _))
        {
            return null;
        }

        var bytes = buffer[..length];
        if (!IsOurs(bytes) || bytes[0] != (body == BodyLength ? Form : FormWithoutEpoch) || bytes[1] != (byte)purpose)
        {
            return null;
        }

        var token = Parse(bytes[..body], purpose);
        return token.Expires > clock.GetUtcNow() ? token : null;
    }

    /// <summary>Bytes that are signed, by the characters of a token.</summary>
    private static int? LengthOf(int characters) => characters switch { 80 => BodyLength, 78 => EpochStart, _ => null };

    private static int Hours(DateTimeOffset at) => (int)Math.Ceiling(at.ToUnixTimeSeconds() / 3600.0);

    private static LinkToken Parse(ReadOnlySpan<byte> bytes, LinkPurpose purpose)
    {
        var paper = bytes[26..EpochStart];
        var number = BinaryPrimitives.ReadInt32BigEndian(bytes[6..]);
        var isSession = purpose == LinkPurpose.Session;
        return new LinkToken(
            purpose,
            Convert.ToHexStringLower(bytes[10..26]),
            DateTimeOffset.FromUnixTimeSeconds(3600L * BinaryPrimitives.ReadUInt32BigEndian(bytes[2..])),
            paper.ContainsAnyExcept((byte)0) ? new PaperId(Convert.ToHexStringLower(paper)) : null,
            isSession ? 0 : number)
        {
            Epoch = bytes.Length == BodyLength ? BinaryPrimitives.ReadUInt16BigEndian(bytes[EpochStart..]) : 0,
            MailedAt = isSession ? DateTimeOffset.FromUnixTimeSeconds(3600L * number) : null,
        };
    }

    private bool IsOurs(ReadOnlySpan<byte> bytes)
    {
        Span<byte> tag = stackalloc byte[TagLength];
        var ours = false;
        foreach (var key in _keys)
        {
            Tag(key, bytes[..^TagLength], tag);
            ours |= CryptographicOperations.FixedTimeEquals(tag, bytes[^TagLength..]);
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
