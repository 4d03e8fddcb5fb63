using System.Text;

namespace PaperFunctions.Tests.Formats.Fuzz;

/// <summary>Damages a sample as files get damaged, and as attackers damage them; the same seed gives the same damage.</summary>
internal sealed class Mutator(int seed)
{
    /// <summary>Cases stay small so that many fit into a run.</summary>
    private const int MaxLength = 24 * 1024;

    private static readonly byte[][] Nasty =
    [
        [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [0xF0, 0x9F], [0xED, 0xA0, 0x80], "\r\n\r\n"u8.ToArray(), "\\"u8.ToArray(),
        "{"u8.ToArray(), "}"u8.ToArray(),
        "\""u8.ToArray(), "<"u8.ToArray(), "</"u8.ToArray(), "&#x41;"u8.ToArray(), "&lol9;"u8.ToArray(),
        "<!DOCTYPE x [<!ENTITY a \"aa\">]>"u8.ToArray(), "]]>"u8.ToArray(), "$"u8.ToArray(),
        "^{"u8.ToArray(), "\\frac{"u8.ToArray(), "[["u8.ToArray(), "]("u8.ToArray(), "http://"u8.ToArray(), "doi:10."u8.ToArray(),
        "arXiv:"u8.ToArray(), "=?utf-8?Q?"u8.ToArray(),
        "--"u8.ToArray(), "99999999999999999999"u8.ToArray(), "-1"u8.ToArray(), "1e999"u8.ToArray(), "\u2028"u8.ToArray(),
        "\u202E"u8.ToArray(), "Subscribe"u8.ToArray(), "\n\n\n"u8.ToArray(),
        "\t"u8.ToArray(), ","u8.ToArray(), "@string{a="u8.ToArray(), "ER  - "u8.ToArray(), "\\\\\n"u8.ToArray(),
        "PK\u0003\u0004"u8.ToArray(), [0x1F, 0x8B, 8],
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(IReadOnlyList<byte[]> samples)
    {
        var bytes = Window(samples[_random.Next(samples.Count)]);
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            bytes = Once(bytes, samples);
        }

        return bytes.Length > MaxLength ? bytes[..MaxLength] : bytes;
    }

    /// <summary>The start of a sample: all of it, or as much as a case may have.</summary>
    private byte[] Window(byte[] sample) => sample[..Math.Min(sample.Length, _random.Next(4) == 0 ? MaxLength : 4096)];

    private byte[] Once(byte[] bytes, IReadOnlyList<byte[]> samples)
    {
        var at = _random.Next(bytes.Length + 1);
        var length = Math.Min(bytes.Length - at, _random.Next(1, 1 << _random.Next(1, 11)));
        return _random.Next(9) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[(at + length)..]],
            2 => [.. bytes[..at], .. Nasty[_random.Next(Nasty.Length)], .. bytes[at..]],
            3 => [.. bytes[..at], .. Repeat(bytes[at..(at + Math.Min(length, 64))]), .. bytes[at..]],
            4 => Flip(bytes),
            5 => [.. bytes[..at], .. Piece(samples), .. bytes[at..]],
            6 => [.. bytes[..at], .. Repeat(Nasty[_random.Next(Nasty.Length)]), .. bytes[at..]],
            7 => Swap(bytes, at, length),
            _ => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes)),
        };
    }

    private byte[] Repeat(byte[] part)
    {
        var repeated = new byte[part.Length * _random.Next(2, 200)];
        for (var at = 0; at < repeated.Length; at += part.Length)
        {
            part.CopyTo(repeated, at);
        }

        return repeated;
    }

    private byte[] Piece(IReadOnlyList<byte[]> samples)
    {
        var other = samples[_random.Next(samples.Count)];
        var from = _random.Next(other.Length + 1);
        return other[from..Math.Min(other.Length, from + _random.Next(1, 512))];
    }

    private byte[] Flip(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        for (var i = _random.Next(1, 9); i > 0 && flipped.Length > 0; i--)
        {
            flipped[_random.Next(flipped.Length)] = (byte)_random.Next(256);
        }

        return flipped;
    }

    private byte[] Swap(byte[] bytes, int at, int length)
    {
        var to = _random.Next(bytes.Length - length + 1);
        byte[] rest = [.. bytes[..at], .. bytes[(at + length)..]];
        return [.. rest[..to], .. bytes[at..(at + length)], .. rest[to..]];
    }
}
