using System.Text.Json.Serialization;
using PaperFunctions.Local.Printing;

namespace PaperFunctions.Local.Demo;

/// <summary>What a demo run did; the form of <c>summary.json</c>.</summary>
internal sealed record DemoSummary(
    IReadOnlyList<DigestSummary> Digests,
    long Papers,
    long SearchDocuments,
    IReadOnlyList<DemoEdition> Editions,
    DemoSeconds Seconds)
{
    /// <summary>The edition that a reader did not get, and why; not part of the file.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Missing { get; init; } = new Dictionary<string, string>();

    /// <summary>One sentence where the run fell short of its job; else null.</summary>
    public string? Shortfall(DemoPlan plan)
    {
        if (plan.Files.Count == 0)
        {
            return "There was nothing to drop: name files with --file.";
        }

        if (Digests.FirstOrDefault(d => d.Entries == 0) is { } empty)
        {
            return $"No papers could be read from {empty.Name} ({empty.State}); 'parse' shows its problems.";
        }

        if (Papers != SearchDocuments)
        {
            return $"The table has {Papers} papers, but the index {SearchDocuments} documents.";
        }

        return Missing.Count > 0 ? $"{Missing.First().Key} got no edition: {Missing.First().Value}" : null;
    }
}

internal sealed record DemoEdition(string To, string Subject, IReadOnlyList<DemoPaper> Papers, int HtmlBytes);

internal sealed record DemoPaper(string Title, IReadOnlyList<string> Why);

/// <summary>Wall-clock seconds of each part.</summary>
internal sealed record DemoSeconds(double Start, double Ingest, double Index, double Send);

/// <param name="Output">Folder for the results, or null for none.</param>
internal sealed record DemoPlan(IReadOnlyList<string> Files, IReadOnlyList<DemoReader> Readers, string? Output);

internal sealed record DemoReader(string Email, IReadOnlyList<string> Topics);

/// <summary>The run could not do its job; the message says why.</summary>
internal sealed class DemoException(string message) : Exception(message);
