using System.IO.Compression;
using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Containers;

/// <summary>One digest, compressed (RFC 1952).</summary>
public sealed class Gzip : IDigestFormat
{
    public string Name => "gzip";

    public bool IsContainer => true;

    public double Recognise(DigestHead head) => head.Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]) ? 1 : 0;

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = source.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? source.Name[..^3] : source.Name;
        if (NestedSource.Within(source, name) is not { } inner)
        {
            yield return new DigestItem.Trouble(new Problem(0,
                $"Containers are nested more than {NestedSource.MaxDepth} deep; unpack the file first."));
            yield break;
        }

        var packed = new CountedStream(content);
        await using var plain = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        var unpacked = new UnpackedStream(plain, () => packed.Position, inner.Budget);
        await foreach (var item in NestedDigest.ReadAsync(unpacked, inner, cancellationToken))
        {
            yield return item;
        }
    }
}
