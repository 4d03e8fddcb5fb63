namespace PaperFunctions.Tests.Formats.Hard;

/// <summary>What happens to files on their way, done to a sample.</summary>
internal static class Damage
{
    public static IReadOnlyDictionary<string, Func<byte[], byte[]>> Kinds { get; } = new Dictionary<string, Func<byte[], byte[]>>
    {
        ["zeros between its bytes"] = bytes => Every(bytes, 53, at => [0, bytes[at]]),
        ["bytes of Windows-1252"] = bytes => Every(bytes, 97, at => bytes[at] is >= (byte)'a' and <= (byte)'z' ? [0xE9] : [bytes[at]]),
        ["a part in UTF-16"] = bytes =>
            [.. bytes[..Third(bytes)], .. bytes[Third(bytes)..(2 * Third(bytes))].SelectMany(b => (byte[])[b, 0]),
                .. bytes[(2 * Third(bytes))..]],
        ["a line of two million letters"] = bytes => LongLine(bytes, 2_000_000),
        ["its end missing"] = bytes => bytes[..(bytes.Length * 2 / 3)],
        ["line ends of old Macs"] = bytes => Every(bytes, 1, at => bytes[at] == '\n' ? [(byte)'\r'] : [bytes[at]]),
        ["itself behind it"] = bytes => [.. bytes, .. bytes],
    };

    /// <summary>Letters put in before the last third, where a title or an abstract may be.</summary>
    public static byte[] LongLine(byte[] bytes, int length)
    {
        var letters = new byte[length];
        letters.AsSpan().Fill((byte)'x');
        var at = 2 * Third(bytes);
        return [.. bytes[..at], .. letters, .. bytes[at..]];
    }

    private static int Third(byte[] bytes) => bytes.Length / 3;

    private static byte[] Every(byte[] bytes, int step, Func<int, byte[]> change)
    {
        var changed = new List<byte>(bytes.Length * 2);
        for (var at = 0; at < bytes.Length; at++)
        {
            changed.AddRange(at % step == 0 ? change(at) : [bytes[at]]);
        }

        return [.. changed];
    }
}
