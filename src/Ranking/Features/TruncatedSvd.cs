namespace PaperFunctions.Ranking.Features;

/// <summary>The leading right singular vectors of a sparse matrix, by subspace iteration from a fixed
/// start: the same matrix gives the same bytes.</summary>
/// <remarks>Halko, Martinsson and Tropp 2011 (doi:10.1137/090771806), algorithm 4.4 with
/// orthonormalisation by Cholesky, on the shorter side of the matrix.</remarks>
internal static class TruncatedSvd
{
    private const int Iterations = 5;

    /// <summary>Rows are papers: many directions of nearly one strength, of which any will do.</summary>
    private const int IterationsByRows = 3;

    private const int Spare = 8;

    /// <summary>A vector whose image is so much shorter than the longest is rounding.</summary>
    private const double Rounding = 1e-9;

    /// <returns>A row for each column of the matrix, <paramref name="rank"/> wide; strongest first.
    /// Zeros where the matrix has a lower rank.</returns>
    public static float[] RightVectors(SparseRows matrix, int rank)
    {
        var vectors = new float[matrix.Columns * rank];
        if (matrix.Rows < matrix.Columns)
        {
            // The image of the left vectors is the right ones times the singular values.
            matrix.MultiplyTransposed(LeftVectors(matrix, rank), vectors, rank);
            ToUnitColumns(vectors, rank);
        }
        else
        {
            FindByColumns(matrix, vectors, rank);
        }

        return vectors;
    }

    private static void FindByColumns(SparseRows matrix, float[] vectors, int rank)
    {
        var width = rank + Spare;
        var basis = Start(matrix.Columns * width);
        var image = new float[matrix.Rows * width];
        Orthonormal.Make(basis, width);
        for (var i = 0; i < Iterations; i++)
        {
            matrix.Multiply(basis, image, width);
            matrix.MultiplyTransposed(image, basis, width);
            Orthonormal.Make(basis, width);
        }

        matrix.Multiply(basis, image, width);
        Orthonormal.Transform(basis, width, SymmetricEigen.Vectors(Orthonormal.Gram(image, width), width), vectors, rank);
    }

    /// <summary>All that is dense is done on the papers, which are fewer than the terms.</summary>
    private static float[] LeftVectors(SparseRows matrix, int rank)
    {
        var width = rank + Spare;
        var left = Start(matrix.Rows * width);
        var image = new float[matrix.Columns * width];
        Orthonormal.Make(left, width);
        for (var i = 0; i < IterationsByRows; i++)
        {
            matrix.MultiplyTransposed(left, image, width);
            matrix.Multiply(image, left, width);
            Orthonormal.Make(left, width);
        }

        var back = new float[left.Length];
        matrix.MultiplyTransposed(left, image, width);
        matrix.Multiply(image, back, width);
        var turned = new float[matrix.Rows * rank];
        Orthonormal.Transform(left, width, SymmetricEigen.Vectors(Orthonormal.Products(left, back, width), width), turned, rank);
        return turned;
    }

    private static void ToUnitColumns(float[] rows, int width)
    {
        var squares = new double[width];
        for (var i = 0; i < rows.Length; i++)
        {
            squares[i % width] += (double)rows[i] * rows[i];
        }

        var least = squares.Max() * Rounding;
        float[] factors = [.. squares.Select(s => s > least ? (float)(1 / Math.Sqrt(s)) : 0)];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] *= factors[i % width];
        }
    }

    /// <summary>Numbers between -1 and 1 by a 64-bit multiplicative generator (Steele and Vigna 2021,
    /// doi:10.1002/spe.3030) with a fixed seed.</summary>
    private static float[] Start(int count)
    {
        var numbers = new float[count];
        var state = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < count; i++)
        {
            state = (state * 0xD1342543DE82EF95UL) + 1;
            numbers[i] = ((int)(state >> 40) / (float)(1 << 23)) - 1;
        }

        return numbers;
    }
}
