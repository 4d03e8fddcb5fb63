using System.Text.Json;
using PaperFunctions.Benchmarks.Ranking.Peers;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Papers, trials and the re-implemented peer's scores as JSON, for peer.py to hold against scikit-learn.</summary>
internal static class PeerDump
{
    public static async Task WriteAsync(string file, Pages pages, ArxivSanity peer)
    {
        var trials = Trials.Likes(pages, 5).Take(5).Concat(Trials.Likes(pages, 3).TakeLast(5)).ToList();
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, new
        {
            papers = pages.Papers.Select(p =>
                new { title = p.Paper.Title, text = $"{p.Paper.Title} {p.Paper.Abstract} {string.Join(' ', p.Paper.Authors)}" }),
            trials = trials.Select(t => new { likes = t.Likes, scores = peer.Score(t) }),
        });
    }
}
