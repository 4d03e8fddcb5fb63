using System.Text;

namespace PaperFunctions.Formats.Mail;

/// <summary>One part of a MIME message (RFC 2045, 2046): its headers and its undecoded body, or further parts.</summary>
/// <remarks>Written by hand because the one well-kept library for it, MimeKit, is not on every feed.</remarks>
internal sealed class MimePart
{
    public const int MaxDepth = 8;

    public const int MaxParts = 500;

    private readonly List<MimePart> _children = [];

    private MimePart(MimeHeaders headers, ReadOnlyMemory<byte> body, int line)
    {
        (Headers, Body, Line) = (headers, body, line);
        ContentType = HeaderValue.Parse(headers["Content-Type"] ?? "text/plain");
        Disposition = HeaderValue.Parse(headers["Content-Disposition"] ?? "");
    }

    public MimeHeaders Headers { get; }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Line of the message on which the part's headers start, from 1.</summary>
    public int Line { get; }

    public HeaderValue ContentType { get; }

    public HeaderValue Disposition { get; }

    public IReadOnlyList<MimePart> Children => _children;

    public string? FileName => EncodedWords.Decode(Disposition["filename"] ?? ContentType["name"]);

    public bool IsAttachment =>
        Disposition.Value == "attachment" || (FileName is not null && !ContentType.Value.StartsWith("text/html", StringComparison.Ordinal));

    /// <summary>The parts that have content, in order.</summary>
    public IEnumerable<MimePart> Leaves() => _children.Count == 0 ? [this] : _children.SelectMany(c => c.Leaves());

    public static MimePart Parse(ReadOnlyMemory<byte> message) => Parse(message, 1, 0, new Counter());

    private static MimePart Parse(ReadOnlyMemory<byte> bytes, int line, int depth, Counter counter)
    {
        var (headers, body) = MimeHeaders.Split(bytes);
        var part = new MimePart(headers, body, line);
        if (depth < MaxDepth && part.ContentType["boundary"] is { Length: > 0 } boundary
            && part.ContentType.Value.StartsWith("multipart/", StringComparison.Ordinal))
        {
            part.Divide(boundary, line + Lines(bytes[..^body.Length]), depth, counter);
        }
        else if (depth < MaxDepth && part.ContentType.Value == "message/rfc822")
        {
            part._children.Add(Parse(TransferCoding.Decode(part), line + Lines(bytes[..^body.Length]), depth + 1, counter));
        }

        return part;
    }

    private void Divide(string boundary, int line, int depth, Counter counter)
    {
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var at = NextDelimiter(Body.Span, 0, delimiter);
        while (at >= 0 && counter.Parts++ < MaxParts)
        {
            var start = at + delimiter.Length;
            if (Body.Span[start..].StartsWith("--"u8))
            {
                return;
            }

            var next = NextDelimiter(Body.Span, start, delimiter);
            var content = AfterLine(Body[start..(next < 0 ? Body.Length : next)]);
            _children.Add(Parse(content, line + Lines(Body[..start]) + 1, depth + 1, counter));
            at = next;
        }
    }

    private static int NextDelimiter(ReadOnlySpan<byte> body, int from, ReadOnlySpan<byte> delimiter)
    {
        while (body[from..].IndexOf(delimiter) is var found and >= 0)
        {
            from += found;
            if (from == 0 || body[from - 1] == '\n')
            {
                return from;
            }

            from += delimiter.Length;
        }

        return -1;
    }

    private static ReadOnlyMemory<byte> AfterLine(ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf((byte)'\n');
        return end < 0 ? default : bytes[(end + 1)..];
    }

    private static int Lines(ReadOnlyMemory<byte> bytes) => bytes.Span.Count((byte)'\n');

    private sealed class Counter
    {
        public int Parts { get; set; }
    }
}
