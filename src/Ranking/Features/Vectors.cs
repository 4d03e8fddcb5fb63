using System.Numerics;

namespace PaperFunctions.Ranking.Features;

/// <summary>Sums over short dense vectors.</summary>
internal static class Vectors
{
    /// <summary>Scales to length 1; zeros stay zeros. The sum is sequential, in double precision: the same everywhere.</summary>
    public static void ToUnit(Span<float> vector)
    {
        var squares = 0.0;
        foreach (var value in vector)
        {
            squares += (double)value * value;
        }

        if (squares > 0)
        {
            Scale(vector, (float)(1 / Math.Sqrt(squares)));
        }
    }

    public static void Scale(Span<float> vector, float factor)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] *= factor;
        }
    }

    /// <summary>The inner product of two vectors of one length.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        var rest = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            rest += a[i] * b[i];
        }

        return rest;
    }
}
