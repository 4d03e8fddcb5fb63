namespace PaperFunctions.Ranking.Tastes;

/// <summary>Solves symmetric, positive definite systems by the triangle whose product with its transpose is the matrix. Matrices lie row
/// after row; only the lower half is read or written.</summary>
internal static class Cholesky
{
    /// <summary>Replaces a matrix by its triangle.</summary>
    public static void Factor(double[] m, int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var left = m[(i * n) + j];
                for (var k = 0; k < j; k++)
                {
                    left -= m[(i * n) + k] * m[(j * n) + k];
                }

                m[(i * n) + j] = i == j ? Math.Sqrt(left) : left / m[(j * n) + j];
            }
        }
    }

    /// <summary>Replaces the right side by the solution of triangle x solution = right side.</summary>
    /// <param name="from">The right side is 0 before this row.</param>
    public static void SolveForward(double[] triangle, double[] right, int from = 0)
    {
        var n = right.Length;
        for (var i = from; i < n; i++)
        {
            for (var k = from; k < i; k++)
            {
                right[i] -= triangle[(i * n) + k] * right[k];
            }

            right[i] /= triangle[(i * n) + i];
        }
    }

    /// <summary>Replaces the right side by the solution of transposed triangle x solution = right side.</summary>
    public static void SolveBackward(double[] triangle, double[] right)
    {
        var n = right.Length;
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                right[i] -= triangle[(k * n) + i] * right[k];
            }

            right[i] /= triangle[(i * n) + i];
        }
    }
}
