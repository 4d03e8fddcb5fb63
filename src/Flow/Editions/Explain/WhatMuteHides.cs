using PaperFunctions.Flow.Editions.Match;

namespace PaperFunctions.Flow.Editions.Explain;

/// <summary>What a muted phrase would keep from a reader, told before it does.</summary>
public sealed class WhatMuteHides(RecentCandidates recent)
{
    /// <summary>Papers looked at, the newest.</summary>
    public const int Looked = 100;

    private const int MostTitles = 3;

    public async Task<HiddenPapers> RunAsync(string phrase, CancellationToken cancellationToken)
    {
        var from = await recent.CurrentAsync(cancellationToken);
        var newest = from.Papers.OrderByDescending(p => p.FirstSeen).Take(Looked).ToList();
        var with = from.Set.WithPhrase(phrase).Select(p => p.Id).ToHashSet();
        var hidden = newest.Where(p => with.Contains(p.Id)).ToList();
        return new HiddenPapers(hidden.Count, newest.Count, [.. hidden.Take(MostTitles).Select(p => p.Paper.Title)]);
    }
}

/// <param name="Hidden">Papers with the phrase.</param>
/// <param name="Of">Papers looked at.</param>
/// <param name="Titles">A few of the hidden ones.</param>
public sealed record HiddenPapers(int Hidden, int Of, IReadOnlyList<string> Titles);
