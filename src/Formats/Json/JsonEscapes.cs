using System.Buffers.Text;

namespace PaperFunctions.Formats.Json;

/// <summary>Escapes for half a surrogate pair, which JSON allows and text cannot hold.</summary>
internal static class JsonEscapes
{
    /// <summary>Turns each such escape into the one for the replacement character, in place.</summary>
    public static void Mend(Span<byte> json)
    {
        var at = 0;
        while (Next(json, at) is var found and >= 0)
        {
            at = found + 6;
            if (Unit(json, found) is not { } unit || unit < 0xD800 || unit > 0xDFFF)
            {
                continue;
            }

            if (unit < 0xDC00 && Unit(json, at) is >= 0xDC00 and <= 0xDFFF)
            {
                at += 6;
                continue;
            }

            "\\ufffd"u8.CopyTo(json[found..]);
        }
    }

    /// <summary>The next unit escape, those behind an escaped backslash passed over; -1 where there is none.</summary>
    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        for (var at = from; at < json.Length && json[at..].IndexOf((byte)'\\') is var found and >= 0; at += found + 2)
        {
            if (at + found + 1 < json.Length && json[at + found + 1] == 'u')
            {
                return at + found;
            }
        }

        return -1;
    }

    private static int? Unit(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out int unit, out var read, 'x') && read == 4 ? unit : null;
}
