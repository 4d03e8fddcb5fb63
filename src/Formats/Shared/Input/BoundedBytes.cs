namespace PaperFunctions.Formats.Shared.Input;

/// <summary>Reads a stream into memory as far as a limit.</summary>
internal static class BoundedBytes
{
    /// <summary>The bytes; null if there are more than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream content, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(limit, 64 * 1024)];
        var length = 0;
        while (true)
        {
            var read = await content.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            if (length == buffer.Length)
            {
                if (length >= limit)
                {
                    return await content.ReadAsync(new byte[1], cancellationToken) == 0 ? (ReadOnlyMemory<byte>?)buffer : null;
                }

                Array.Resize(ref buffer, (int)Math.Min(limit, 2L * length));
            }
        }
    }
}
