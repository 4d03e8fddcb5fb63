using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Read;

/// <summary>The container <c>digests</c>, and <c>digest-reports</c> beside it.</summary>
public interface IDigestBlobs
{
    /// <summary>The current version of a blob, or null if it is gone.</summary>
    Task<DigestBlob?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Streams exactly this version from its start. Throws <see cref="BlobChangedException"/>, here or while reading, when another
    /// has taken its place.</summary>
    Task<Stream> OpenAsync(DigestBlob blob, CancellationToken cancellationToken);

    /// <summary>Writes or replaces <c>digest-reports/&lt;name&gt;.json</c>.</summary>
    Task WriteReportAsync(Digest digest, CancellationToken cancellationToken);
}

/// <param name="Version">The service's ETag.</param>
/// <param name="Length">Bytes.</param>
/// <param name="FormatOverride">The blob's metadata value <c>format</c>, or null.</param>
public sealed record DigestBlob(string Name, string Version, long Length, DateTimeOffset UploadedAt, string? FormatOverride);

/// <summary>The blob was replaced, or removed, while it was read.</summary>
public sealed class BlobChangedException(string name, Exception? cause = null)
    : IOException($"'{name}' was replaced while it was being read; the newer content is read instead.", cause);
