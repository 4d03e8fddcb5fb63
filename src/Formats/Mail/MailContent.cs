using System.Text;
using PaperFunctions.Formats.Shared.Input;

namespace PaperFunctions.Formats.Mail;

/// <summary>A part's content as the other formats read it: decoded, in UTF-8, flowed lines joined.</summary>
internal static class MailContent
{
    public static (ReadOnlyMemory<byte> Bytes, string? Problem) Of(MimePart part)
    {
        var bytes = TransferCoding.Decode(part);
        if (!part.ContentType.Value.StartsWith("text/", StringComparison.Ordinal))
        {
            return (bytes, null);
        }

        var encoding = Charsets.Find(part.ContentType["charset"], out var known);
        if (encoding is not UTF8Encoding)
        {
            bytes = Encoding.UTF8.GetBytes(encoding.GetString(bytes.Span));
        }

        if (part.ContentType["format"]?.Equals("flowed", StringComparison.OrdinalIgnoreCase) == true)
        {
            bytes = Unflow(bytes, part.ContentType["delsp"]?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true);
        }

        return (bytes, known ? null : $"The charset \"{part.ContentType["charset"]}\" is unknown; the part was read as UTF-8.");
    }

    /// <summary>RFC 3676: a line that ends with a space goes on in the next.</summary>
    private static byte[] Unflow(ReadOnlyMemory<byte> bytes, bool dropSpace)
    {
        var text = new StringBuilder();
        foreach (var line in Encoding.UTF8.GetString(bytes.Span).AsSpan().EnumerateLines())
        {
            if (line.EndsWith(" ") && !line.SequenceEqual("-- "))
            {
                text.Append(dropSpace ? line[..^1] : line);
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
