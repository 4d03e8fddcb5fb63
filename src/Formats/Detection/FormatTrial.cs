namespace PaperFunctions.Formats.Detection;

/// <summary>Reads the start of a file in a format that somebody might settle, so that no advice is given that fails again.</summary>
internal static class FormatTrial
{
    /// <summary>Whether the start holds an entry in this format. A start that is cut off may cost its last entry.</summary>
    public static async Task<bool> GivesPapersAsync(IDigestFormat format, DigestHead head, DigestSource source,
        CancellationToken cancellationToken)
    {
        try
        {
            var settled = source with { FormatOverride = format.Name };
            await foreach (var item in format.ReadAsync(new MemoryStream(head.Bytes.ToArray(), writable: false), settled,
                cancellationToken))
            {
                if (item is DigestItem.Found { Entry.Paper.Title: var title } && !string.IsNullOrWhiteSpace(title))
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            // The start is no whole file of this format; nothing is known of the rest.
        }

        return false;
    }
}
