using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Containers;

/// <summary>What office programs write, seen from the start of the file: most of it is a zip archive.</summary>
internal static class OfficeFile
{
    /// <summary>Whether it is an Excel workbook of today's kind.</summary>
    public static bool IsWorkbook(DigestHead head) => IsPackage(head) && Holds(head, "xl/"u8) && !Holds(head, "word/"u8) && !Holds(head, "ppt/"u8);

    /// <summary>Whether it is any file of an office program, so that it is no archive of digests.</summary>
    public static bool Is(DigestHead head) => IsWorkbook(head) || Refusal(head) is not null;

    /// <summary>Why such a file is not read, and what to drop in its place; null for what may be read.</summary>
    public static Problem? Refusal(DigestHead head) =>
        head.Bytes.Span.StartsWith("%PDF-"u8) ? new(1, "PDF is not read: drop the list, not the paper. A list that is a PDF can be copied into a text file.", null, 0)
        : head.Bytes.Span.StartsWith("{\\rtf"u8) ? new(1, "Rich text (RTF) is not read. Save the list as plain text and drop that.", null, 0)
        : head.Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
            ? new(1, "Old Word and Excel files (.doc, .xls) are not read. Save the list as plain text, .xlsx or CSV and drop that.", null, 0)
        : !IsZip(head) ? null
        : IsPackage(head) && Holds(head, "word/"u8) ? new(1, "Word is not read: drop the list as plain text, and no papers.", null, 0)
        : IsPackage(head) && Holds(head, "ppt/"u8) ? new(1, "PowerPoint is not read. Copy the list into a text file and drop that.", null, 0)
        : Holds(head, "mimetypeapplication/vnd.oasis.opendocument"u8) ? new(1, "OpenDocument is not read. Save the sheet as CSV or .xlsx, the text as plain text, and drop that.", null, 0)
        : Holds(head, "mimetypeapplication/epub"u8) ? new(1, "E-books are not read: drop the list, not the book.", null, 0)
        : null;

    private static bool IsZip(DigestHead head) => head.Bytes.Span.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The files that each package of Office has beside its content.</summary>
    private static bool IsPackage(DigestHead head) =>
        IsZip(head) && (Holds(head, "[Content_Types].xml"u8) || Holds(head, "_rels/"u8) || Holds(head, "docProps/"u8));

    /// <summary>Whether a file of the archive has a name, or a name and content, that begin so; what is packed does not show.</summary>
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
