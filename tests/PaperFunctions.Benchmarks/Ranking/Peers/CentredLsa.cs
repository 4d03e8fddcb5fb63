using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Benchmarks.Ranking.Peers;

/// <summary>Papers on the leading directions of their words and characters, away from their mean; a
/// score is the mean cosine to the likes.</summary>
internal sealed class CentredLsa : IRanker
{
    private readonly int _directions;
    private readonly float[] _places;

    public CentredLsa(Pages pages, int directions)
    {
        (_directions, Name) = (directions, $"centred LSA {directions}");
        var counter = new TermCounter();
        foreach (var paper in pages.Papers)
        {
            counter.Add(paper.Paper);
        }

        var terms = counter.ToTable();
        var (rows, featurizer) = (new SparseRows(terms.Count), new Featurizer(terms));
        foreach (var paper in pages.Papers)
        {
            featurizer.Read(paper.Paper);
            rows.Add(featurizer.Ids, featurizer.Weights);
        }

        _places = new float[rows.Rows * directions];
        rows.Multiply(TruncatedSvd.RightVectors(rows, directions), _places, directions);
        Centre(rows.Rows);
    }

    public string Name { get; }

    public float[]? Score(Trial trial)
    {
        if (trial.Likes.Length == 0)
        {
            return null;
        }

        var taste = new float[_directions];
        foreach (var like in trial.Likes)
        {
            SparseRows.AddScaled(taste, Place(like), 1);
        }

        return [.. Enumerable.Range(0, _places.Length / _directions).Select(i => Vectors.Dot(Place(i), taste))];
    }

    private void Centre(int papers)
    {
        var mean = new float[_directions];
        for (var i = 0; i < papers; i++)
        {
            SparseRows.AddScaled(mean, Place(i), 1f / papers);
        }

        for (var i = 0; i < papers; i++)
        {
            SparseRows.AddScaled(Place(i), mean, -1);
            Vectors.ToUnit(Place(i));
        }
    }

    private Span<float> Place(int paper) => _places.AsSpan(paper * _directions, _directions);
}
