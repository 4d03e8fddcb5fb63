using System.IO.Compression;
using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Detection;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Containers;

/// <summary>An archive of digests, read one after the other in the order of the archive.</summary>
/// <remarks>A zip's directory is at its end, so the packed bytes are held in memory; the unpacked ones never are.</remarks>
public sealed class Zip : IDigestFormat
{
    private const int MaxPacked = 64 << 20;

    private const int MaxFiles = 1000;

    public string Name => "zip";

    public bool IsContainer => true;

    public double Recognise(DigestHead head) =>
        (head.Bytes.Span.StartsWith("PK\u0003\u0004"u8) && !OfficeFile.IsWorkbook(head)) || head.Bytes.Span.StartsWith("PK\u0005\u0006"u8)
            ? 1
            : 0;

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await BoundedBytes.ReadAsync(content, MaxPacked, cancellationToken);
        var (archive, failure) = Open(bytes);
        if (archive is null)
        {
            yield return new DigestItem.Trouble(new Problem(0, failure));
            yield break;
        }

        using (archive)
        {
            foreach (var file in archive.Entries.Where(IsDigest))
            {
                await foreach (var item in ReadFileAsync(file, source, cancellationToken))
                {
                    yield return item;
                }
            }
        }
    }

    private static async IAsyncEnumerable<DigestItem> ReadFileAsync(
        ZipArchiveEntry file, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (NestedSource.Within(source, file.FullName) is not { } inner || !inner.Budget.TakePiece())
        {
            yield return new DigestItem.Trouble(new Problem(0,
                $"{NestedSource.ShortName(file.FullName)}: it lies too deep or behind too many other files; unpack the archive first."));
            yield break;
        }

        if (file.IsEncrypted)
        {
            yield return new DigestItem.Trouble(new Problem(0,
                $"{NestedSource.ShortName(file.FullName)}: it is encrypted; drop it unpacked."));
            yield break;
        }

        await using var plain = file.Open();
        var packed = Math.Clamp(file.CompressedLength, 1, MaxPacked);
        await foreach (var item in NestedDigest.ReadAsync(new UnpackedStream(plain, () => packed, inner.Budget), inner, cancellationToken))
        {
            yield return item;
        }
    }

    private static (ZipArchive? Archive, string Failure) Open(ReadOnlyMemory<byte>? bytes)
    {
        if (bytes is not { } packed)
        {
            return (null, $"The archive is larger than {MaxPacked >> 20} MiB; drop its files one by one, or as .gz.");
        }

        if (packed.Span.Count("PK\u0001\u0002"u8) > MaxFiles)
        {
            return (null, $"The archive holds more than {MaxFiles} files; drop them in smaller archives.");
        }

        try
        {
            var archive = new ZipArchive(new MemoryStream(packed.ToArray(), false), ZipArchiveMode.Read);
            return Refused(archive) is { } refused
                ? (null, refused)
                : archive.Entries.Any(IsDigest) ? (archive, "") : (null, "The archive holds no file.");
        }
        catch (InvalidDataException e)
        {
            return (null, $"The archive is damaged: {e.Message} Pack it again.");
        }
    }

    /// <summary>Why an office file, which is an archive of XML, is not opened; null for other archives.</summary>
    private static string? Refused(ZipArchive archive) =>
        OpenDocument(archive) is { } kind ? BinaryContent.Refusal(kind).Reason
        : archive.GetEntry("[Content_Types].xml") is null ? null
        : archive.GetEntry("xl/workbook.xml") is not null
        ? "The sheets of this workbook were not found: save the sheet as CSV, and drop that."
        : BinaryContent.Refusal(archive.GetEntry("ppt/presentation.xml") is null ? "Word" : "PowerPoint").Reason;

    /// <summary>What kind of file of LibreOffice it is; null for others.</summary>
    private static string? OpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { Length: < 200 } entry)
        {
            return null;
        }

        using var type = new StreamReader(entry.Open());
        return type.ReadToEnd().Trim() switch
        {
            "application/vnd.oasis.opendocument.spreadsheet" => "An OpenDocument sheet (.ods)",
            "application/vnd.oasis.opendocument.text" => "An OpenDocument text (.odt)",
            "application/epub+zip" => "An e-book (.epub)",
            var other => other.StartsWith("application/vnd.oasis.", StringComparison.Ordinal) ? "An OpenDocument file" : null,
        };
    }

    /// <summary>Folders and what macOS adds are none.</summary>
    private static bool IsDigest(ZipArchiveEntry file) =>
        file.Name.Length > 0 && !file.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
            && file.Name is not (".DS_Store" or "Thumbs.db");
}
