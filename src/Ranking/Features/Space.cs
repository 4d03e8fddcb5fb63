namespace PaperFunctions.Ranking.Features;

/// <summary>Where texts lie by subject: weighted terms projected on the leading directions of a corpus.</summary>
/// <remarks>The leading directions, three quarters of the square root of the corpus in number, count fully, the others half;
/// each band is brought to unit length, then the whole.</remarks>
internal sealed class Space
{
    /// <summary>Numbers of a vector.</summary>
    public const int Width = 64;

    /// <summary>What the directions beyond the leading ones count.</summary>
    public const float MinorWeight = 0.5f;

    /// <summary>Times the root of the number of papers: the leading directions.</summary>
    public const double LeadingFactor = 0.75;

    private readonly float minorWeight;

    public Space(float[] basis, float[] mean, int leading, float minorWeight = MinorWeight) =>
        (Basis, Mean, Leading, this.minorWeight) = (basis, mean, leading, minorWeight);

    /// <summary>A row for each term.</summary>
    public float[] Basis { get; }

    /// <summary>Mean of the corpus before bands are brought to unit length.</summary>
    public float[] Mean { get; }

    /// <summary>Directions that count fully, 8 to <see cref="Width"/>.</summary>
    public int Leading { get; }

    public static Space Build(SparseRows corpus)
    {
        var basis = TruncatedSvd.RightVectors(corpus, Width);
        var sums = new double[Width];
        var row = new float[Width];
        for (var i = 0; i < corpus.Rows; i++)
        {
            Array.Clear(row);
            SparseRows.Combine(corpus.Ids(i), corpus.Weights(i), basis, row);
            for (var j = 0; j < Width; j++)
            {
                sums[j] += row[j];
            }
        }

        var leading = Math.Clamp((int)Math.Round(LeadingFactor * Math.Sqrt(corpus.Rows)), 8, Width);
        return new Space(basis, [.. sums.Select(s => (float)(s / Math.Max(1, corpus.Rows)))], leading);
    }

    /// <summary>A paper's vector: away from the mean of the corpus, of length 1; zeros where no term is known.</summary>
    public void PlacePaper(ReadOnlySpan<int> ids, ReadOnlySpan<float> weights, Span<float> place)
    {
        place.Clear();
        if (ids.Length > 0)
        {
            SparseRows.Combine(ids, weights, Basis, place);
            SparseRows.AddScaled(place, Mean, -1);
            Band(place);
        }
    }

    /// <summary>A phrase's vector. The mean stays in: it is that of whole abstracts, which a few words are not.</summary>
    public void PlacePhrase(ReadOnlySpan<int> ids, ReadOnlySpan<float> weights, Span<float> place)
    {
        place.Clear();
        SparseRows.Combine(ids, weights, Basis, place);
        Band(place);
    }

    private void Band(Span<float> place)
    {
        Vectors.ToUnit(place[..Leading]);
        Vectors.ToUnit(place[Leading..]);
        Vectors.Scale(place[Leading..], minorWeight);
        Vectors.ToUnit(place);
    }
}
