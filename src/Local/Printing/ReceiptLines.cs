using PaperFunctions.Papers;

namespace PaperFunctions.Local.Printing;

/// <summary>What <c>drop</c> and <c>status</c> say of a digest below its line.</summary>
internal static class ReceiptLines
{
    /// <summary>The state in a sentence where there is something to do, then what the entries have and what was left out; for a digest
    /// that needs review its first entries as well.</summary>
    public static IEnumerable<string> Of(Digest digest)
    {
        if (digest.State is not (DigestState.Indexed or DigestState.Reading))
        {
            yield return digest.State.Explain();
        }

        foreach (var line in Of(digest.Receipt))
        {
            yield return line;
        }

        foreach (var entry in digest.Receipt.Sample)
        {
            yield return $"line {entry.Line}: \"{entry.Title}\"{(entry.Doubt is { } doubt ? $" ({doubt})" : "")}";
        }
    }

    public static IEnumerable<string> Of(Receipt receipt) =>
        receipt.Entries == 0 ? receipt.Remarks() : receipt.Remarks().Prepend($"{receipt.Shares()}.");
}
