using System.IO.Compression;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Tables;

/// <summary>Whether a workbook unpacks to what can be read: a few packed bytes may stand for many.</summary>
internal static class WorkbookBounds
{
    private const int MaxUnpacked = 256 << 20;

    /// <summary>Texts that cells share are held in memory by the library.</summary>
    private const int MaxShared = 64 << 20;

    /// <summary>Why it is not read; null where it is.</summary>
    /// <param name="packed">The file; null where it was larger than what is taken into memory.</param>
    public static Problem? Problem(ReadOnlyMemory<byte>? packed)
    {
        try
        {
            return packed is { } bytes && Fits(bytes) ? null
                : new Problem(0,
                    $"The workbook is too large: at most 32 MiB, and {MaxUnpacked >> 20} MiB unpacked, are read. Save the sheet as CSV "
                    + "and drop that.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException
            or OverflowException)
        {
            return new Problem(0, $"The workbook is damaged: {e.Message} Save it again, or save the sheet as CSV.");
        }
    }

    private static bool Fits(ReadOnlyMemory<byte> bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), false), ZipArchiveMode.Read);
        var left = (long)MaxUnpacked;
        return archive.Entries.Count < 1000
            && archive.Entries.All(entry => entry.FullName.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase)
                || Take(entry, ref left));
    }

    /// <summary>Unpacks and counts: what the archive says of sizes need not be true.</summary>
    private static bool Take(ZipArchiveEntry entry, ref long left)
    {
        using var content = entry.Open();
        var most = entry.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? MaxShared : left;
        var buffer = new byte[1 << 16];
        for (int read; most >= 0 && (read = content.Read(buffer)) > 0;)
        {
            most -= read;
            left -= read;
        }

        return most >= 0 && left >= 0;
    }
}
