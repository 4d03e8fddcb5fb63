using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Json;

/// <summary>Names of columns and properties that mean nothing here, for the receipt: a field that was
/// hoped for is then not missed in silence.</summary>
internal static class UnusedNames
{
    /// <summary>Records that are looked at; later ones have the same properties.</summary>
    private const int LookedAt = 100;

    /// <summary>Names that are told apart.</summary>
    private const int MaxNames = 200;

    public static LeftOut Of(IReadOnlyList<string> names) => DigestItem.Passed.Columns(names).What;

    /// <summary>Hands records on; at the end tells the names that nothing was read from.</summary>
    public static async IAsyncEnumerable<Parsed<JsonRecord>> WatchAsync(
        IAsyncEnumerable<Parsed<JsonRecord>> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (seen, unused) = (0, new List<string>());
        await foreach (var item in records.WithCancellation(cancellationToken))
        {
            if (item.Record is { } record && seen++ < LookedAt)
            {
                Look(record.Element, unused);
            }

            yield return item;
        }

        if (unused.Count > 0)
        {
            yield return Of(unused);
        }
    }

    private static void Look(JsonElement record, List<string> unused)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in record.EnumerateObject())
        {
            if (unused.Count < MaxNames && !JsonRow.Uses(property.Name) && !unused.Contains(property.Name))
            {
                unused.Add(property.Name);
            }
        }
    }
}
