namespace PaperFunctions.Ranking.Features;

/// <summary>Eigenvectors of a small symmetric matrix by Jacobi rotations (Golub and Van Loan, section 8.5).</summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 60;

    /// <returns>The vectors as columns, largest eigenvalue first; each with its largest component positive.</returns>
    public static double[] Vectors(double[] matrix, int width)
    {
        var vectors = new double[width * width];
        for (var i = 0; i < width; i++)
        {
            vectors[(i * width) + i] = 1;
        }

        for (var sweep = 0; sweep < MaxSweeps && OffDiagonal(matrix, width) > 1e-26; sweep++)
        {
            for (var p = 0; p < width; p++)
            {
                for (var q = p + 1; q < width; q++)
                {
                    Rotate(matrix, vectors, width, p, q);
                }
            }
        }

        return Sorted(matrix, vectors, width);
    }

    /// <summary>Squares off the diagonal over those on it.</summary>
    private static double OffDiagonal(double[] m, int width)
    {
        var (off, on) = (0.0, 1e-300);
        for (var i = 0; i < m.Length; i++)
        {
            if (i / width == i % width)
            {
                on += m[i] * m[i];
            }
            else
            {
                off += m[i] * m[i];
            }
        }

        return off / on;
    }

    private static void Rotate(double[] m, double[] v, int n, int p, int q)
    {
        var off = m[(p * n) + q];
        if (off == 0)
        {
            return;
        }

        var theta = (m[(q * n) + q] - m[(p * n) + p]) / (2 * off);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < n; k++)
        {
            (m[(k * n) + p], m[(k * n) + q]) = Turn(m[(k * n) + p], m[(k * n) + q], c, s);
            (v[(k * n) + p], v[(k * n) + q]) = Turn(v[(k * n) + p], v[(k * n) + q], c, s);
        }

        for (var k = 0; k < n; k++)
        {
            (m[(p * n) + k], m[(q * n) + k]) = Turn(m[(p * n) + k], m[(q * n) + k], c, s);
        }
    }

    private static (double P, double Q) Turn(double p, double q, double c, double s) => ((c * p) - (s * q), (s * p) + (c * q));

    private static double[] Sorted(double[] matrix, double[] vectors, int width)
    {
        int[] order = [.. Enumerable.Range(0, width).OrderByDescending(i => matrix[(i * width) + i])];
        var sorted = new double[width * width];
        for (var to = 0; to < width; to++)
        {
            var largest = 0.0;
            for (var k = 0; k < width; k++)
            {
                var value = vectors[(k * width) + order[to]];
                largest = Math.Abs(value) > Math.Abs(largest) ? value : largest;
            }

            for (var k = 0; k < width; k++)
            {
                sorted[(k * width) + to] = vectors[(k * width) + order[to]] * Math.Sign(largest);
            }
        }

        return sorted;
    }
}
