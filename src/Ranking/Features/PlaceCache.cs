using System.Collections.Concurrent;
using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Features;

/// <summary>Vectors of papers that readers voted on; many readers vote on the same ones. Thread-safe.</summary>
internal sealed class PlaceCache(CandidateModel model)
{
    private const int MaxEntries = 20_000;

    private readonly ConcurrentDictionary<(string Title, string Abstract), float[]> _places = new(new ByTitle());
    private readonly ConcurrentBag<Featurizer> _idle = [];

    // The dictionary's own count takes all of its locks.
    private int _kept;

    public float[] Of(Paper paper)
    {
        var key = (paper.Title, paper.Abstract);
        if (_places.TryGetValue(key, out var known))
        {
            return known;
        }

        var place = new float[Space.Width];
        Use(f =>
        {
            f.Read(paper);
            model.Space.PlacePaper(f, place);
        });
        if (Volatile.Read(ref _kept) < MaxEntries && _places.TryAdd(key, place))
        {
            Interlocked.Increment(ref _kept);
        }

        return place;
    }

    public float[] Of(string phrase)
    {
        var place = new float[Space.Width];
        Use(f =>
        {
            f.ReadPhrase(phrase);
            model.Space.PlacePhrase(f, place);
        });
        return place;
    }

    /// <summary>Hashes titles alone: abstracts are long, and papers of one title are few.</summary>
    private sealed class ByTitle : IEqualityComparer<(string Title, string Abstract)>
    {
        public bool Equals((string Title, string Abstract) one, (string Title, string Abstract) other) => one == other;

        public int GetHashCode((string Title, string Abstract) paper) => HashCode.Combine(paper.Title, paper.Abstract.Length);
    }

    /// <summary>Lends a featurizer; it must not be kept.</summary>
    public void Use(Action<Featurizer> work)
    {
        var featurizer = _idle.TryTake(out var one) ? one : new Featurizer(model.Terms);
        work(featurizer);
        _idle.Add(featurizer);
    }
}
