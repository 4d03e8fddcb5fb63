using System.Text;
using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>Text in UTF-16 or UTF-32, by its byte-order mark or by its zeros.</summary>
internal sealed partial record WideText(Encoding Encoding, string Name, int Preamble)
{
    private const int Sample = 1024;

    public static WideText? Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return new(new UTF32Encoding(false, false), "UTF-32", 4);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return new(new UnicodeEncoding(false, false), "UTF-16", 2);
        }

        return head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            ? new(new UnicodeEncoding(true, false), "UTF-16", 2)
            : ByZeros(head[..Math.Min(head.Length, Sample)]);
    }

    /// <summary>The bytes are UTF-8 now, whatever an XML declaration says.</summary>
    public static ReadOnlyMemory<byte> CorrectDeclaration(ReadOnlyMemory<byte> head)
    {
        if (!head.Span.StartsWith("<?xml"u8))
        {
            return head;
        }

        var text = Encoding.UTF8.GetString(head.Span);
        return Encoding.UTF8.GetBytes(Declared().Replace(text, "encoding=$1utf-8$1", 1));
    }

    /// <summary>Western text in UTF-16 has a zero in nearly every other byte, and none beside them.</summary>
    private static WideText? ByZeros(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var most = head.Length / 2 * 4 / 5;
        return head.Length < 8 ? null
            : odd > most && even == 0 ? new(new UnicodeEncoding(false, false), "UTF-16", 0)
            : even > most && odd == 0 ? new(new UnicodeEncoding(true, false), "UTF-16", 0)
            : null;
    }

    [Backtracks(BacktracksAttribute.Head, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex("""(?<=^<\?xml[^>]{0,100})encoding\s*=\s*(["'])[A-Za-z0-9._-]{1,40}\1""")]
    private static partial Regex Declared();
}
