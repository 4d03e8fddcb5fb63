namespace PaperFunctions.Ranking.Features;

/// <summary>Makes the columns of a tall matrix orthonormal, by the Cholesky factor of their products; sums in double precision.</summary>
internal static class Orthonormal
{
    /// <summary>Columns that depend on earlier ones become zero.</summary>
    public static void Make(float[] rows, int width)
    {
        var lower = Cholesky(Gram(rows, width), width);
        Span<double> row = stackalloc double[width];
        for (var start = 0; start < rows.Length; start += width)
        {
            for (var i = 0; i < width; i++)
            {
                var left = (double)rows[start + i];
                for (var j = 0; j < i; j++)
                {
                    left -= lower[(i * width) + j] * row[j];
                }

                var pivot = lower[(i * width) + i];
                row[i] = pivot == 0 ? 0 : left / pivot;
                rows[start + i] = (float)row[i];
            }
        }
    }

    /// <summary>The products of all pairs of columns.</summary>
    public static double[] Gram(float[] rows, int width)
    {
        var gram = new double[width * width];
        for (var start = 0; start < rows.Length; start += width)
        {
            var row = rows.AsSpan(start, width);
            for (var i = 0; i < width; i++)
            {
                double factor = row[i];
                var line = gram.AsSpan(i * width, i + 1);
                for (var j = 0; j < line.Length; j++)
                {
                    line[j] += factor * row[j];
                }
            }
        }

        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < i; j++)
            {
                gram[(j * width) + i] = gram[(i * width) + j];
            }
        }

        return gram;
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
}
