using System.Globalization;

namespace PaperFunctions.Papers;

/// <summary>A receipt in words, the same for command line and pages.</summary>
public static class ReceiptWords
{
    /// <summary>Fields that say how well the papers are known, in the order in which they are shown.</summary>
    private static readonly (string Field, string Words)[] Told =
        [("id", "an id"), ("authors", "authors"), ("abstract", "an abstract"), ("links", "a link")];

    /// <summary>"With an id 98 %, authors 100 %, an abstract 12 %, a link 100 %"; empty if there is not an entry.</summary>
    public static string Shares(this Receipt receipt) => receipt.Entries == 0 ? ""
        : "With " + string.Join(", ", Told.Select(t => $"{t.Words} {Percent(receipt.Fields.GetValueOrDefault(t.Field), receipt.Entries)}"));

    /// <summary>A sentence for each thing that was left out, and one for entries that do not look like papers.</summary>
    public static IEnumerable<string> Remarks(this Receipt receipt)
    {
        if (receipt.Doubtful > 0)
        {
            yield return $"Entries that do not look like papers: {Number(receipt.Doubtful)} of {Number(receipt.Entries)}.";
        }

        foreach (var left in receipt.LeftOut)
        {
            var more = left.Count > left.Names.Count ? ", ..." : "";
            yield return $"Left out, {left.Kind}: {Number(left.Count)} ({string.Join(", ", left.Names)}{more}).";
        }
    }

    private static string Percent(int part, int whole) => part == whole ? "100 %" : $"{Math.Min(99, Math.Round(100.0 * part / whole))} %";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
