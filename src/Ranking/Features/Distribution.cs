namespace PaperFunctions.Ranking.Features;

/// <summary>How vectors are spread in space: what score a direction gives on average, and how far scores lie apart.</summary>
internal sealed class Distribution(float[] mean, float[] covariance)
{
    public float[] Mean { get; } = mean;

    /// <summary>Row after row.</summary>
    public float[] Covariance { get; } = covariance;

    /// <param name="embeddings">Vectors of <see cref="Space.Width"/> numbers, one after the other.</param>
    public static Distribution Of(float[] embeddings)
    {
        const int width = Space.Width;
        var count = Math.Max(1, embeddings.Length / width);
        var squares = Orthonormal.Gram(embeddings, width);
        var mean = new double[width];
        for (var i = 0; i < embeddings.Length; i++)
        {
            mean[i % width] += embeddings[i] / (double)count;
        }

        return new Distribution(
            [.. mean.Select(m => (float)m)],
            [.. squares.Select((s, at) => (float)((s / count) - (mean[at / width] * mean[at % width])))]);
    }

    public float MeanAlong(ReadOnlySpan<float> direction) => Vectors.Dot(Mean, direction);

    /// <summary>Standard deviation of the inner products with a direction; at least a little above 0.</summary>
    public float DeviationAlong(ReadOnlySpan<float> direction)
    {
        var variance = 0.0;
        for (var i = 0; i < direction.Length; i++)
        {
            variance += direction[i] * (double)Vectors.Dot(Covariance.AsSpan(i * direction.Length, direction.Length), direction);
        }

        return (float)Math.Sqrt(Math.Max(variance, 1e-12));
    }
}
