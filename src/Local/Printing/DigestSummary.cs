using PaperFunctions.Papers;

namespace PaperFunctions.Local.Printing;

/// <summary>A digest as <c>demo</c>, <c>drop</c> and <c>status</c> print it.</summary>
internal sealed record DigestSummary(string Name, string Format, int Entries, int NewPapers, int Problems, string State)
{
    public static DigestSummary Of(Digest digest) => new(
        digest.Name, digest.Receipt.Format, digest.Receipt.Entries, digest.NewPapers, digest.Receipt.ProblemCount, digest.State.ToString());
}
