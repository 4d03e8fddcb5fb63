using PaperFunctions.Ranking.Background;

namespace PaperFunctions.Ranking.Features;

/// <summary>Where texts lie by subject among the candidates: their terms on the directions in which the
/// candidates differ most, and what their words mean.</summary>
/// <remarks>Four parts, each of a fixed length: the directions of broad subjects, those of narrower ones, the others, which tell near
/// papers apart, and the average of the words' vectors on the directions in which it differs among the candidates.</remarks>
internal sealed class Space
{
    /// <summary>Numbers of a vector.</summary>
    public const int Width = Directions + Meanings;

    /// <summary>Directions of terms.</summary>
    public const int Directions = 192;

    /// <summary>Where the directions of narrower subjects end, which count by themselves.</summary>
    public const int Leading = 64;

    /// <summary>Directions of averaged word vectors.</summary>
    public const int Meanings = 64;

    /// <summary>What the four parts count in the likeness of two papers; together 1. Chosen on
    /// communities and pages, see docs/relevance.md.</summary>
    private const double BroadShare = 0.45, NarrowShare = 0.2, OtherShare = 0.1, MeaningShare = 0.25;

    /// <summary>Times the root of the number of papers: directions of broad subjects, which count by themselves.</summary>
    private const double BroadFactor = 0.75;

    private readonly int _broad;
    private readonly float[] _mean;
    private readonly float[] _meanings;
    private readonly float[] _meaningMean;

    private Space(float[] basis, int broad, float[] mean, float[] meanings, float[] meaningMean) =>
        (Basis, _broad, _mean, _meanings, _meaningMean) = (basis, broad, mean, meanings, meaningMean);

    /// <summary>A row of <see cref="Directions"/> numbers for each term.</summary>
    public float[] Basis { get; }

    /// <param name="rows">The terms of papers.</param>
    /// <param name="averages">For each paper <see cref="LanguageBackground.Width"/> numbers: the average of its words' vectors.</param>
    public static Space Build(SparseRows rows, float[] averages)
    {
        var basis = TruncatedSvd.RightVectors(rows, Directions);
        var image = new float[rows.Rows * Directions];
        rows.Multiply(basis, image, Directions);
        var meaningMean = Mean(averages, LanguageBackground.Width);
        var broad = Math.Clamp((int)Math.Round(BroadFactor * Math.Sqrt(rows.Rows)), 8, Leading - 8);
        return new Space(basis, broad, Mean(image, Directions), TruncatedSvd.RightVectors(Centred(averages, meaningMean), Meanings),
            meaningMean);
    }

    /// <summary>A paper's vector, away from the mean of the candidates; zeros where nothing in it is known.</summary>
    /// <param name="average">Becomes the average of the words' vectors, see <see cref="Featurizer.AverageWords"/>.</param>
    public void PlacePaper(Featurizer text, Span<float> place, Span<float> average)
    {
        var known = text.AverageWords(average);
        Place(text, place, average, known, 1);
    }

    /// <inheritdoc cref="PlacePaper(Featurizer, Span{float}, Span{float})"/>
    public void PlacePaper(Featurizer text, Span<float> place) => PlacePaper(text, place, stackalloc float[LanguageBackground.Width]);

    /// <summary>A phrase's vector. The means stay in: they are those of whole abstracts, which a few words are not.</summary>
    public void PlacePhrase(Featurizer text, Span<float> place)
    {
        Span<float> average = stackalloc float[LanguageBackground.Width];
        var known = text.AverageWords(average);
        Place(text, place, average, known, 0);
    }

    /// <summary>How far a term points along a direction.</summary>
    public float Along(int term, ReadOnlySpan<float> direction) =>
        Vectors.Dot(Basis.AsSpan(term * Directions, Directions), direction[..Directions]);

    private void Place(Featurizer text, Span<float> place, ReadOnlySpan<float> average, bool known, float centring)
    {
        place.Clear();
        if (text.Ids.Length > 0)
        {
            SparseRows.Combine(text.Ids, text.Weights, Basis, place[..Directions]);
            SparseRows.AddScaled(place[..Directions], _mean, -centring);
        }

        if (known)
        {
            for (var i = 0; i < average.Length; i++)
            {
                SparseRows.AddScaled(place[Directions..], _meanings.AsSpan(i * Meanings, Meanings),
                    average[i] - (centring * _meaningMean[i]));
            }
        }

        ToLength(place[.._broad], BroadShare);
        ToLength(place[_broad..Leading], NarrowShare);
        ToLength(place[Leading..Directions], OtherShare);
        ToLength(place[Directions..], MeaningShare);
    }

    private static void ToLength(Span<float> part, double share)
    {
        Vectors.ToUnit(part);
        Vectors.Scale(part, (float)Math.Sqrt(share));
    }

    private static float[] Mean(float[] rows, int width)
    {
        var sums = new double[width];
        for (var i = 0; i < rows.Length; i++)
        {
            sums[i % width] += rows[i];
        }

        return [.. sums.Select(s => (float)(s / Math.Max(1, rows.Length / width)))];
    }

    private static SparseRows Centred(float[] rows, float[] mean)
    {
        int[] ids = [.. Enumerable.Range(0, mean.Length)];
        var centred = new SparseRows(mean.Length);
        var row = new float[mean.Length];
        for (var start = 0; start < rows.Length; start += mean.Length)
        {
            rows.AsSpan(start, mean.Length).CopyTo(row);
            SparseRows.AddScaled(row, mean, -1);
            centred.Add(ids, row);
        }

        return centred;
    }
}
