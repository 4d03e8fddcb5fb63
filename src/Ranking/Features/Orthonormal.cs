using System.Numerics;

namespace PaperFunctions.Ranking.Features;

/// <summary>Makes the columns of a tall matrix orthonormal, by the Cholesky factor of their products; sums in double precision.</summary>
internal static class Orthonormal
{
    /// <summary>Columns that depend on earlier ones become zero.</summary>
    public static void Make(float[] rows, int width) =>
        Transform(rows, width, InverseTransposed(Cholesky(Gram(rows, width), width), width), rows, width);

    /// <summary>The products of all pairs of columns.</summary>
    public static double[] Gram(float[] rows, int width)
    {
        var gram = new double[width * width];
        Span<double> row = stackalloc double[width];
        for (var start = 0; start < rows.Length; start += width)
        {
            for (var i = 0; i < width; i++)
            {
                row[i] = rows[start + i];
            }

            for (var i = 0; i < width; i++)
            {
                AddScaled(gram.AsSpan((i * width) + i, width - i), row[i..], row[i]);
            }
        }

        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < i; j++)
            {
                gram[(i * width) + j] = gram[(j * width) + i];
            }
        }

        return gram;
    }

    /// <summary>The products of the columns of two matrices of one shape, the mean of both ways round: symmetric.</summary>
    public static double[] Products(float[] rows, float[] others, int width)
    {
        var products = new double[width * width];
        Span<double> other = stackalloc double[width];
        for (var start = 0; start < rows.Length; start += width)
        {
            for (var i = 0; i < width; i++)
            {
                other[i] = others[start + i];
            }

            for (var i = 0; i < width; i++)
            {
                AddScaled(products.AsSpan(i * width, width), other, rows[start + i]);
            }
        }

        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < i; j++)
            {
                products[(i * width) + j] = products[(j * width) + i] = (products[(i * width) + j] + products[(j * width) + i]) / 2;
            }
        }

        return products;
    }

    /// <summary>to = rows x matrix; the first columns of the product where <paramref name="to"/> is
    /// narrower. May be done in place.</summary>
    public static void Transform(float[] rows, int width, double[] matrix, float[] to, int toWidth)
    {
        Span<double> sum = stackalloc double[toWidth];
        for (var row = 0; row < rows.Length / width; row++)
        {
            sum.Clear();
            for (var i = 0; i < width; i++)
            {
                AddScaled(sum, matrix.AsSpan(i * width, toWidth), rows[(row * width) + i]);
            }

            for (var i = 0; i < toWidth; i++)
            {
                to[(row * toWidth) + i] = (float)sum[i];
            }
        }
    }

    private static double[] Cholesky(double[] gram, int width)
    {
        var lower = new double[width * width];
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var left = gram[(i * width) + j];
                for (var k = 0; k < j; k++)
                {
                    left -= lower[(i * width) + k] * lower[(j * width) + k];
                }

                lower[(i * width) + j] = i == j ? Pivot(left, gram[(i * width) + i])
                    : lower[(j * width) + j] == 0 ? 0 : left / lower[(j * width) + j];
            }
        }

        return lower;
    }

    // What is left of a dependent column is rounding: about 1e-13 of its square in float data with double sums.
    private static double Pivot(double left, double whole) => left > whole * 1e-11 && whole > 0 ? Math.Sqrt(left) : 0;

    /// <summary>The inverse of a lower triangle, transposed; columns without a pivot are zero.</summary>
    private static double[] InverseTransposed(double[] lower, int width)
    {
        var inverse = new double[width * width];
        for (var column = 0; column < width; column++)
        {
            for (var i = column; i < width; i++)
            {
                var left = i == column ? 1.0 : 0.0;
                for (var k = column; k < i; k++)
                {
                    left -= lower[(i * width) + k] * inverse[(column * width) + k];
                }

                var pivot = lower[(i * width) + i];
                inverse[(column * width) + i] = pivot == 0 ? 0 : left / pivot;
            }
        }

        return inverse;
    }

    private static void AddScaled(Span<double> to, ReadOnlySpan<double> from, double factor)
    {
        var i = 0;
        for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(to[i..]) + (new Vector<double>(from[i..]) * factor)).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] += factor * from[i];
        }
    }
}
