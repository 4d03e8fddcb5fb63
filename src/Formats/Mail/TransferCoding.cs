using System.Buffers.Text;

namespace PaperFunctions.Formats.Mail;

/// <summary>How a part's bytes are written in the message (RFC 2045, section 6). What is malformed is taken as it stands.</summary>
internal static class TransferCoding
{
    public static ReadOnlyMemory<byte> Decode(MimePart part) => part.Headers["Content-Transfer-Encoding"]?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(part.Body),
        "quoted-printable" => QuotedPrintable(part.Body),
        _ => part.Body,
    };

    /// <summary>Decodes as far as it goes; characters that are not of the alphabet are skipped.</summary>
    public static ReadOnlyMemory<byte> Base64(ReadOnlyMemory<byte> encoded)
    {
        var clean = new byte[encoded.Length + 3];
        var length = 0;
        foreach (var b in encoded.Span)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
            {
                clean[length++] = b;
            }
        }

        length -= length % 4 == 1 ? 1 : 0;
        while (length % 4 != 0)
        {
            clean[length++] = (byte)'=';
        }

        System.Buffers.Text.Base64.DecodeFromUtf8InPlace(clean.AsSpan(0, length), out var written);
        return clean.AsMemory(0, written);
    }

    public static ReadOnlyMemory<byte> QuotedPrintable(ReadOnlyMemory<byte> encoded)
    {
        var source = encoded.Span;
        var decoded = new byte[source.Length];
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '=')
            {
                decoded[length++] = source[i];
            }
            else if (SoftBreak(source[(i + 1)..]) is var skipped and > 0)
            {
                i += skipped;
            }
            else if (i + 2 < source.Length && Utf8Parser.TryParse(source.Slice(i + 1, 2), out byte value, out var read, 'X') && read == 2)
            {
                decoded[length++] = value;
                i += 2;
            }
            else
            {
                decoded[length++] = (byte)'=';
            }
        }

        return decoded.AsMemory(0, length);
    }

    /// <summary>Length of a line end, blanks before it included.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var at = rest[..Math.Min(rest.Length, 100)].IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
        return at >= 0 && rest[at] == '\n' ? at + 1 : 0;
    }
}
