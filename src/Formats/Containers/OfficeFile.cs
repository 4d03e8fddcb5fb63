namespace PaperFunctions.Formats.Containers;

/// <summary>What office programs write is a zip archive; this tells it from archives of digests by the start of the file.</summary>
internal static class OfficeFile
{
    /// <summary>Whether it is an Excel workbook (.xlsx).</summary>
    public static bool IsWorkbook(DigestHead head) =>
        head.Bytes.Span.StartsWith("PK\u0003\u0004"u8) && Holds(head, "xl/"u8)
        && (Holds(head, "[Content_Types].xml"u8) || Holds(head, "_rels/"u8) || Holds(head, "docProps/"u8));

    /// <summary>Whether a file of the archive has a name that begins so; names are not packed.</summary>
    private static bool Holds(DigestHead head, ReadOnlySpan<byte> start)
    {
        var rest = head.Bytes.Span;
        while (rest.IndexOf("PK\u0003\u0004"u8) is var at and >= 0)
        {
            rest = rest[(at + 4)..];
            if (rest.Length > 26 && rest[26..].StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }
}
