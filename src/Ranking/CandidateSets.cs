using System.Security.Cryptography;
using System.Text.Json;
using PaperFunctions.Papers;

namespace PaperFunctions.Ranking;

/// <summary>Candidates prepared once for all that rank them: the batches of one hour nearly always find the same papers, and to prepare
/// them costs as much as to rank them for thousands of readers. Thread-safe.</summary>
public sealed class CandidateSets
{
    /// <summary>Sets kept: batches whose readers were last served at different times find different papers.</summary>
    private const int Most = 3;

    private readonly Lock _gate = new();
    private readonly LinkedList<(byte[] Papers, CorpusModel? Model, Lazy<CandidateSet> Set)> _kept = new();

    /// <summary>As <see cref="CandidateSet.Build"/>; the same papers, with all that is known of them,
    /// and the same model give the same set.</summary>
    public CandidateSet Get(IReadOnlyList<StoredPaper> papers, CorpusModel? model)
    {
        var hash = Hash(papers);
        Lazy<CandidateSet> set;
        lock (_gate)
        {
            var known = _kept.FirstOrDefault(k => ReferenceEquals(k.Model, model) && k.Papers.AsSpan().SequenceEqual(hash));
            _kept.Remove(known);
            set = known.Set ?? new Lazy<CandidateSet>(() => CandidateSet.Build(papers, model));
            _kept.AddFirst((hash, model, set));
            if (_kept.Count > Most)
            {
                _kept.RemoveLast();
            }
        }

        return set.Value;
    }

    private static byte[] Hash(IReadOnlyList<StoredPaper> papers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var paper in papers.OrderBy(p => p.Id.Value, StringComparer.Ordinal))
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(paper));
        }

        return hash.GetHashAndReset();
    }
}
