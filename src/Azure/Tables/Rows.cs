using Azure.Data.Tables;

namespace PaperFunctions.Azure.Tables;

/// <summary>Long text in a row, and keys that the service accepts.</summary>
internal static class Rows
{
    /// <summary>UTF-16 units a property: 64 KiB hold 32 Ki, and a little room is kept.</summary>
    private const int PropertyLength = 32_000;

    /// <summary>Properties that one text may take; 15 times 64 KB stay under the entity's 1 MiB.</summary>
    private const int MaxParts = 15;

    /// <summary>Puts a text into <c>name</c>, <c>name1</c>, <c>name2</c>...</summary>
    /// <exception cref="InvalidOperationException">It is longer than a row holds.</exception>
    public static TableEntity WithText(this TableEntity entity, string name, string text)
    {
        var parts = Math.Max(1, (text.Length + PropertyLength - 1) / PropertyLength);
        if (parts > MaxParts)
        {
            throw new InvalidOperationException(
                $"{text.Length:N0} characters do not fit into one row ({entity.PartitionKey}/{entity.RowKey}, {name}).");
        }

        for (var i = 0; i < parts; i++)
        {
            var start = i * PropertyLength;
            entity[PartName(name, i)] = text.Substring(start, Math.Min(PropertyLength, text.Length - start));
        }

        return entity;
    }

    public static string Text(this TableEntity entity, string name)
    {
        var first = entity.GetString(name) ?? "";
        if (entity.GetString(PartName(name, 1)) is null)
        {
            return first;
        }

        return string.Concat(Enumerable.Range(0, MaxParts).Select(i => entity.GetString(PartName(name, i)) ?? ""));
    }

    /// <summary>Checks a key: 1 to 512 characters, none of <c>/ \ # ? %</c>, no control characters.</summary>
    /// <remarks>The service refuses these, Azurite lets them pass; <c>%</c> breaks some clients.</remarks>
    public static string Key(string key)
    {
        if (key.Length is 0 or > 512 || key.AsSpan().ContainsAny("/\\#?%") || key.Any(char.IsControl))
        {
            throw new ArgumentException(
                $"'{key}' is no table key: 1 to 512 characters without / \\ # ? % and control characters.", nameof(key));
        }

        return key;
    }

    /// <summary>An upper estimate of a row's size in a transaction's body, in bytes.</summary>
    public static int SizeOf(TableEntity entity) =>
        1_000 + entity.Sum(p => 60 + p.Key.Length + (p.Value is string text ? 3 * text.Length : 60));

    private static string PartName(string name, int part) => part == 0 ? name : $"{name}{part}";
}
