using System.Runtime.InteropServices;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Benchmarks.Background;

/// <summary>Word vectors from what words stand near each other: positive pointwise mutual information, then a truncated SVD
/// (Levy, Goldberg and Dagan 2015, doi:10.1162/tacl_a_00134).</summary>
internal static class WordVectors
{
    private const int Width = LanguageBackground.Width;

    /// <summary>Words to either side that are near.</summary>
    private const int Window = 6;

    /// <summary>Rare neighbours count less than their share: their counts are raised to this power.</summary>
    private const double ContextPower = 0.75;

    /// <summary>Pairs that met less often may have met by chance, and would take most of the memory.</summary>
    private const int MinMeetings = 3;

    /// <summary>The part of a singular value that stays in the vectors; between none and all as the source recommends.</summary>
    private const double SingularPower = 0.5;

    /// <summary>Rows counted at a time: bounds memory.</summary>
    private const int Block = 3_000;

    /// <param name="texts">Numbers of stems in order; -1 for one that is left out.</param>
    /// <returns>For each stem <see cref="LanguageBackground.Width"/> numbers of length 1.</returns>
    public static float[] Learn(IReadOnlyList<int[]> texts, int stems)
    {
        var meetings = Count(texts, stems);
        ToInformation(meetings, stems);
        var left = TruncatedSvd.RightVectors(Transposed(meetings, stems), Width);
        return Scaled(meetings, left, stems);
    }

    private static SparseRows Count(IReadOnlyList<int[]> texts, int stems)
    {
        var rows = new SparseRows(stems);
        for (var first = 0; first < stems; first += Block)
        {
            var counts = new int[Math.Min(Block, stems - first) * (long)stems];
            foreach (var text in texts)
            {
                CountIn(text, first, stems, counts);
            }

            for (var row = 0L; row < counts.LongLength / stems; row++)
            {
                AddRow(rows, counts.AsSpan((int)(row * stems), stems));
            }
        }

        return rows;
    }

    private static void CountIn(int[] text, int first, int stems, int[] counts)
    {
        var rows = counts.Length / stems;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < first || text[i] >= first + rows)
            {
                continue;
            }

            var row = counts.AsSpan((text[i] - first) * stems, stems);
            for (var j = Math.Max(0, i - Window); j <= Math.Min(text.Length - 1, i + Window); j++)
            {
                if (j != i && text[j] >= 0)
                {
                    row[text[j]]++;
                }
            }
        }
    }

    private static void AddRow(SparseRows rows, ReadOnlySpan<int> counts)
    {
        var (ids, weights) = (new List<int>(), new List<float>());
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] >= MinMeetings)
            {
                ids.Add(i);
                weights.Add(counts[i]);
            }
        }

        rows.Add(CollectionsMarshal.AsSpan(ids), CollectionsMarshal.AsSpan(weights));
    }

    /// <summary>Counts become max(0, ln(P(word, neighbour) / P(word) P(neighbour))).</summary>
    private static void ToInformation(SparseRows rows, int stems)
    {
        var (words, neighbours) = (new double[stems], new double[stems]);
        for (var row = 0; row < rows.Rows; row++)
        {
            foreach (var weight in rows.Weights(row))
            {
                words[row] += weight;
            }
        }

        // Windows are symmetric: as a neighbour a stem is counted as often as a word.
        var all = words.Sum();
        var powers = words.Sum(w => Math.Pow(w, ContextPower));
        for (var stem = 0; stem < stems; stem++)
        {
            neighbours[stem] = Math.Pow(words[stem], ContextPower) / powers;
        }

        for (var row = 0; row < rows.Rows; row++)
        {
            var ids = rows.Ids(row);
            var weights = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(rows.Weights(row)), ids.Length);
            for (var i = 0; i < ids.Length; i++)
            {
                weights[i] = (float)Math.Max(0, Math.Log(weights[i] / (words[row] * neighbours[ids[i]])));
            }
        }
    }

    private static SparseRows Transposed(SparseRows rows, int columns)
    {
        var (ids, weights) = (new List<int>[columns], new List<float>[columns]);
        for (var column = 0; column < columns; column++)
        {
            (ids[column], weights[column]) = ([], []);
        }

        for (var row = 0; row < rows.Rows; row++)
        {
            for (var i = 0; i < rows.Ids(row).Length; i++)
            {
                ids[rows.Ids(row)[i]].Add(row);
                weights[rows.Ids(row)[i]].Add(rows.Weights(row)[i]);
            }
        }

        var transposed = new SparseRows(rows.Rows);
        for (var column = 0; column < columns; column++)
        {
            transposed.Add(CollectionsMarshal.AsSpan(ids[column]), CollectionsMarshal.AsSpan(weights[column]));
        }

        return transposed;
    }

    /// <summary>The left vectors, each times a power of its singular value, which is the length of its
    /// image; then rows of length 1.</summary>
    private static float[] Scaled(SparseRows rows, float[] left, int stems)
    {
        var image = new float[stems * Width];
        rows.MultiplyTransposed(left, image, Width);
        var squares = new double[Width];
        for (var i = 0; i < image.Length; i++)
        {
            squares[i % Width] += (double)image[i] * image[i];
        }

        double[] factors = [.. squares.Select(s => Math.Pow(s, SingularPower / 2))];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] *= (float)factors[i % Width];
        }

        for (var stem = 0; stem < stems; stem++)
        {
            Vectors.ToUnit(left.AsSpan(stem * Width, Width));
        }

        return left;
    }
}
