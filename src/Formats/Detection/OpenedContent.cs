using System.Text;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>Content whose start was looked at: always 8-bit text or binary, without a byte-order mark.</summary>
/// <param name="Content">All of it, its start included.</param>
/// <param name="Head">Its start.</param>
/// <param name="Problems">What was wrong with it so far.</param>
/// <param name="Skipped">Bytes of the file before it.</param>
internal sealed record OpenedContent(Stream Content, DigestHead Head, IReadOnlyList<Problem> Problems, int Skipped)
{
    private const int HeadSize = 64 * 1024;

    public static async Task<OpenedContent> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        var (bytes, whole) = await PeekAsync(content, cancellationToken);
        if (WideText.Detect(bytes.Span) is not { } wide)
        {
            var skipped = Preamble(bytes.Span);
            return Make(bytes[skipped..], content, whole, [], skipped);
        }

        var narrow = Encoding.CreateTranscodingStream(
            new PrefixedStream(bytes[wide.Preamble..], content), wide.Encoding, new UTF8Encoding(false), leaveOpen: true);
        (bytes, whole) = await PeekAsync(narrow, cancellationToken);
        var note = new Problem(1, $"The file is {wide.Name}, not UTF-8; it was read as {wide.Name}. Save it as UTF-8 to be sure.", 1, 0);
        return Make(WideText.CorrectDeclaration(bytes), narrow, whole, [note], 0);
    }

    private static OpenedContent Make(ReadOnlyMemory<byte> bytes, Stream rest, bool whole, IReadOnlyList<Problem> problems, int skipped) =>
        new(new PrefixedStream(bytes, rest), new DigestHead(bytes, Encoding.UTF8.GetString(bytes.Span), whole), problems, skipped);

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool Whole)> PeekAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadSize];
        var read = await content.ReadAtLeastAsync(buffer, HeadSize, throwOnEndOfStream: false, cancellationToken);
        return (buffer.AsMemory(0, read), read < HeadSize);
    }

    private static int Preamble(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
}
