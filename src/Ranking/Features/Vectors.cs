using System.Runtime.Intrinsics;

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
    /// <remarks>Thirty-two sums side by side, so that none waits for the last, added up in one order whatever the width of the machine's
    /// vectors: the same everywhere.</remarks>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (sums, second, third, fourth) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i <= a.Length - (4 * Vector256<float>.Count); i += 4 * Vector256<float>.Count)
        {
            sums += Vector256.Create(a[i..]) * Vector256.Create(b[i..]);
            second += Vector256.Create(a[(i + 8)..]) * Vector256.Create(b[(i + 8)..]);
            third += Vector256.Create(a[(i + 16)..]) * Vector256.Create(b[(i + 16)..]);
            fourth += Vector256.Create(a[(i + 24)..]) * Vector256.Create(b[(i + 24)..]);
        }

        sums = sums + second + (third + fourth);
        for (; i <= a.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            sums += Vector256.Create(a[i..]) * Vector256.Create(b[i..]);
        }

        var four = sums.GetLower() + sums.GetUpper();
        var rest = four[0] + four[2] + (four[1] + four[3]);
        for (; i < a.Length; i++)
        {
            rest += a[i] * b[i];
        }

        return rest;
    }
}
