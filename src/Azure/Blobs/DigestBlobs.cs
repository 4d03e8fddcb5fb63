using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Blobs;

/// <summary>The containers <c>digests</c> and <c>digest-reports</c>.</summary>
public sealed class DigestBlobs(BlobServiceClient service) : IDigestBlobs
{
    public const string Container = "digests";
    public const string ReportContainer = "digest-reports";

    /// <summary>Name of the metadata value that settles a format.</summary>
    public const string FormatMetadata = "format";

    private readonly BlobContainerClient _digests = service.GetBlobContainerClient(Container);
    private readonly BlobContainerClient _reports = service.GetBlobContainerClient(ReportContainer);

    public async Task<DigestBlob?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties found = await _digests.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new DigestBlob(
                name, found.ETag.ToString(), found.ContentLength, found.LastModified,
                found.Metadata.TryGetValue(FormatMetadata, out var format) ? format : null);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task<Stream> OpenAsync(DigestBlob blob, CancellationToken cancellationToken)
    {
        try
        {
            // Reading is bound to this version; the client's own stream asks in ranges, so memory stays small.
            var options = new BlobOpenReadOptions(allowModifications: false)
            {
                Conditions = new BlobRequestConditions { IfMatch = new ETag(blob.Version) },
            };
            return new VersionStream(await _digests.GetBlobClient(blob.Name).OpenReadAsync(options, cancellationToken), blob.Name);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            throw new BlobChangedException(blob.Name, e);
        }
    }

    public async Task WriteReportAsync(Digest digest, CancellationToken cancellationToken)
    {
        var report = JsonSerializer.SerializeToUtf8Bytes(digest, ReportJson.Readable.Digest);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = MediaTypeNames.Application.Json } };
        await _reports.GetBlobClient(ReportName(digest)).UploadAsync(BinaryData.FromBytes(report), options, cancellationToken);
    }

    /// <summary>The digest's name with <c>.json</c>; where that would pass the service's 1,024 characters, or lead elsewhere, its
    /// id.</summary>
    internal static string ReportName(Digest digest) =>
        digest.Name.Length <= 1_000 && !BlobNames.IsOutOfReach(digest.Name) ? $"{digest.Name}.json" : $"{digest.Id}.json";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true)]
[JsonSerializable(typeof(Digest))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>Letters of all scripts as they are, not escaped.</summary>
    public static ReportJson Readable =>
        field ??= new ReportJson(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
