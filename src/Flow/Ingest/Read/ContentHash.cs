using System.Buffers;
using System.Security.Cryptography;

namespace PaperFunctions.Flow.Ingest.Read;

/// <summary>SHA-256 of a stream, in one pass and constant memory.</summary>
public static class ContentHash
{
    /// <returns>64 lower-case hex digits.</returns>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
