using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Links;

/// <summary>Signs links and checks them: HMAC-SHA256 over purpose, subscriber, paper, edition, epoch and expiry.</summary>
/// <remarks>Layout in bytes: form 1, purpose 1, expiry 4 (hours since 1970), edition day 4 (in a session: the hour of its mail; to
/// confirm: the code),
/// subscriber 16, paper 16 (zeros for none), epoch 2, tag 16 (HMAC-SHA256 cut to 128 bits, RFC 2104 section 5); 60 bytes,
/// 80 characters of Base64url. Tokens of form 1, as mails of earlier releases carry them, have no epoch and count as epoch 0.</remarks>
public sealed class LinkSigner(IOptions<SiteOptions> options, TimeProvider clock)
{
    private const byte Form = 2;
    private const byte FormWithoutEpoch = 1;
    private const int EpochStart = 42;
    private const int BodyLength = EpochStart + 2;
    private const int TagLength = 16;

    private readonly byte[] _key = Convert.FromBase64String(options.Value.SigningKey);

    private readonly byte[]? _previousKey =
        options.Value.PreviousSigningKey is { Length: > 0 } previous ? Convert.FromBase64String(previous) : null;

    private readonly bool _previousKeyLeaked = options.Value.PreviousKeyLeaked;

    public string Sign(LinkToken token)
    {
        Span<byte> bytes = stackalloc byte[BodyLength + TagLength];
        bytes[0] = Form;
        bytes[1] = (byte)token.Purpose;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)Hours(token.Expires));
        BinaryPrimitives.WriteInt32BigEndian(bytes[6..], NumberOf(token));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[EpochStart..], (ushort)token.Epoch);
        Convert.FromHexString(token.SubscriberId).CopyTo(bytes[10..]);
        if (token.Paper is { } paper)
        {
            Convert.FromHexString(paper.Value).CopyTo(bytes[26..]);
        }

        Tag(_key, bytes[..BodyLength], bytes[BodyLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The content of a token, or null when it was not made by us, for this purpose, or has expired.</summary>
    public LinkToken? Check(string? text, LinkPurpose purpose)
    {
        Span<byte> buffer = stackalloc byte[BodyLength + TagLength];
        return Read(text, buffer) is { } length && IsOurs(buffer[..length]) && buffer[1] == (byte)purpose
            && Parse(buffer[..(length - TagLength)], purpose) is var token && token.Expires > clock.GetUtcNow() ? token : null;
    }

    /// <summary>Why a text opened nothing, for the log.</summary>
    public TokenFault FaultOf(string? text)
    {
        Span<byte> buffer = stackalloc byte[BodyLength + TagLength];
        return string.IsNullOrEmpty(text) ? TokenFault.Missing
            : Read(text, buffer) is not { } length ? TokenFault.Unreadable
            : !IsOurs(buffer[..length]) ? TokenFault.Forged
            : Parse(buffer[..(length - TagLength)], (LinkPurpose)buffer[1]).Expires <= clock.GetUtcNow() ? TokenFault.Expired
            : TokenFault.NotForThis;
    }

    /// <summary>Decodes a token, genuine or not.</summary>
    /// <returns>Its length in bytes; null for what is none.</returns>
    private static int? Read(string? text, Span<byte> buffer) =>
        text is { Length: <= 80 } && Base64Url.IsValid(text, out var length) && length <= buffer.Length
        && LengthOf(text.Length) is { } body && length == body + TagLength && Base64Url.TryDecodeFromChars(text, buffer, out _)
        && buffer[0] == (body == BodyLength ? Form : FormWithoutEpoch) ? length : null;

    private static int NumberOf(LinkToken token) =>
        token.MailedAt is { } mailed ? Hours(mailed) : token.Purpose == LinkPurpose.Confirm ? token.ConfirmCode : token.EditionDay;

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
            isSession || purpose == LinkPurpose.Confirm ? 0 : number)
        {
            ConfirmCode = purpose == LinkPurpose.Confirm ? number : 0,
            Epoch = bytes.Length == BodyLength ? BinaryPrimitives.ReadUInt16BigEndian(bytes[EpochStart..]) : 0,
            MailedAt = isSession ? DateTimeOffset.FromUnixTimeSeconds(3600L * number) : null,
        };
    }

    private bool IsOurs(ReadOnlySpan<byte> bytes)
    {
        // Links that unsubscribe outlive a leaked key: leaving must always work, and whoever has the key cannot guess whom to unsubscribe.
        var previousCounts = _previousKey is not null && (!_previousKeyLeaked || bytes[1] == (byte)LinkPurpose.Unsubscribe);
        return IsSignedWith(_key, bytes) | (previousCounts && IsSignedWith(_previousKey!, bytes));
    }

    private static bool IsSignedWith(byte[] key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> tag = stackalloc byte[TagLength];
        Tag(key, bytes[..^TagLength], tag);
        return CryptographicOperations.FixedTimeEquals(tag, bytes[^TagLength..]);
    }

    private static void Tag(byte[] key, ReadOnlySpan<byte> body, Span<byte> tag)
    {
        Span<byte> full = stackalloc byte[32];
        HMACSHA256.HashData(key, body, full);
        full[..TagLength].CopyTo(tag);
    }
}
