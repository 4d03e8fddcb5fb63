namespace PaperFunctions.Flow.Ingest.Read;

/// <summary>Names under which a file can be stored and not be read.</summary>
public static class BlobNames
{
    /// <summary>Names with a part <c>.</c> or <c>..</c>: on its way to the service, an address loses them (RFC 3986 section 5.2.4) and
    /// leads to another file.</summary>
    public static bool IsOutOfReach(string name) => name.Split('/', '\\').Any(part => part is "." or "..");
}
