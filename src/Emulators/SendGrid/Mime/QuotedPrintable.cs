using System.Text;

namespace PaperFunctions.Emulators.SendGrid.Mime;

/// <summary>UTF-8 text in the quoted-printable encoding of RFC 2045, 6.7: lines of 76 characters at most.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;

    public static string Encode(string text)
    {
        var encoded = new StringBuilder();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            EncodeLine(lines[i], encoded);
            if (i < lines.Length - 1)
            {
                encoded.Append("\r\n");
            }
        }

        return encoded.ToString();
    }

    private static void EncodeLine(string line, StringBuilder encoded)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var last = i == bytes.Length - 1;
            var piece = IsPlain(bytes[i], last) ? ((char)bytes[i]).ToString() : $"={bytes[i]:X2}";
            if (length + piece.Length > LineLength - (last ? 0 : 1))
            {
                encoded.Append("=\r\n");
                length = 0;
            }

            encoded.Append(piece);
            length += piece.Length;
        }
    }

    /// <summary>A space or tab at the end of a line could be lost on the way.</summary>
    private static bool IsPlain(byte value, bool last) =>
        value is >= 33 and <= 126 and not (byte)'=' || (!last && value is (byte)' ' or (byte)'\t' && !last);
}
