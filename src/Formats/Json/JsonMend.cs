using System.Buffers;

namespace PaperFunctions.Formats.Json;

/// <summary>JSON as scripts really write it, made readable in place: Python's NaN and Infinity become empty strings, tabs and other
/// control characters within strings become spaces. Nothing moves, and line ends stay.</summary>
internal sealed class JsonMend
{
    private const int Longest = 9;

    private static readonly SearchValues<byte> Outside = SearchValues.Create("\"NI"u8);

    private static readonly SearchValues<byte> Inside = SearchValues.Create(
        [(byte)'"', (byte)'\\', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31]);

    private bool _inString;

    /// <summary>Mends the bytes that follow those seen before; returns how many could be decided.</summary>
    public int Mend(Span<byte> json, bool isLast)
    {
        var at = 0;
        while (json[at..].IndexOfAny(_inString ? Inside : Outside) is var next and >= 0)
        {
            at += next;
            if (!isLast && json.Length - at < Longest)
            {
                return at;
            }

            at += Sign(json, at);
        }

        return json.Length;
    }

    private int Sign(Span<byte> json, int at)
    {
        switch (json[at])
        {
            case (byte)'"':
                _inString = !_inString;
                return 1;
            case (byte)'\\':
                return Math.Min(2, json.Length - at);
            case (byte)'N' or (byte)'I':
                return Number(json, at);
            default:
                json[at] = (byte)' ';
                return 1;
        }
    }

    private static int Number(Span<byte> json, int at)
    {
        var length = json[at..].StartsWith("NaN"u8) ? 3 : json[at..].StartsWith("Infinity"u8) ? 8 : 0;
        if (length == 0)
        {
            return 1;
        }

        var from = at > 0 && json[at - 1] == '-' ? at - 1 : at;
        json[from..(at + length)].Fill((byte)' ');
        "\"\""u8.CopyTo(json[from..]);
        return length;
    }
}
