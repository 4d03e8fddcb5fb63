using System.IO.Compression;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace PaperFunctions.Azure.Backups;

/// <summary>All rows of one table in one blob: lines of JSON, gzip. Neither is ever held in memory as a whole.</summary>
internal static class TableFile
{
    /// <returns>Rows written.</returns>
    public static async Task<long> WriteAsync(TableClient table, BlobClient blob, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await using var to = await blob.OpenWriteAsync(overwrite: true, cancellationToken: cancellationToken);
        await using var packed = new GZipStream(to, CompressionLevel.Fastest);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            await packed.WriteAsync(RowLine.Write(row), cancellationToken);
            rows++;
        }

        return rows;
    }

    /// <exception cref="InvalidDataException">The file is damaged; the message names it and the line.</exception>
    public static async IAsyncEnumerable<TableEntity> ReadAsync(
        BlobClient blob, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var packed = await blob.OpenReadAsync(cancellationToken: cancellationToken);
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        for (var number = 1; await NextAsync(lines, blob.Name, number, cancellationToken) is { } line; number++)
        {
            yield return Row(line, blob.Name, number);
        }
    }

    private static async Task<string?> NextAsync(StreamReader lines, string file, int number, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadLineAsync(cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(file, number, e);
        }
    }

    private static TableEntity Row(string line, string file, int number)
    {
        try
        {
            return RowLine.Read(line);
        }
        catch (FormatException e)
        {
            throw Damaged(file, number, e);
        }
    }

    private static InvalidDataException Damaged(string file, int line, Exception cause) =>
        new($"{file}, line {line}, cannot be read: {cause.Message} Restore another backup.", cause);
}
