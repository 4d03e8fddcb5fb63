using System.Numerics;

namespace PaperFunctions.Ranking.Features;

/// <summary>A matrix of mostly zeros, row after row.</summary>
internal sealed class SparseRows(int columns)
{
    private readonly List<int> _ends = [];
    private int[] _ids = new int[1024];
    private float[] _weights = new float[1024];
    private int _used;

    public int Columns { get; } = columns;

    public int Rows => _ends.Count;

    public void Add(ReadOnlySpan<int> rowIds, ReadOnlySpan<float> rowWeights)
    {
        if (_used + rowIds.Length > _ids.Length)
        {
            var room = Math.Max(_ids.Length * 2, _used + rowIds.Length);
            Array.Resize(ref _ids, room);
            Array.Resize(ref _weights, room);
        }

        rowIds.CopyTo(_ids.AsSpan(_used));
        rowWeights.CopyTo(_weights.AsSpan(_used));
        _used += rowIds.Length;
        _ends.Add(_used);
    }

    public ReadOnlySpan<int> Ids(int row) => _ids.AsSpan(Start(row), _ends[row] - Start(row));

    public ReadOnlySpan<float> Weights(int row) => _weights.AsSpan(Start(row), _ends[row] - Start(row));

    /// <summary>to = this x right. Both are dense, row after row, <paramref name="width"/> wide.</summary>
    public void Multiply(float[] right, float[] to, int width)
    {
        Array.Clear(to);
        for (var row = 0; row < Rows; row++)
        {
            Combine(Ids(row), Weights(row), right, to.AsSpan(row * width, width));
        }
    }

    /// <summary>to = this transposed x right.</summary>
    public void MultiplyTransposed(float[] right, float[] to, int width)
    {
        Array.Clear(to);
        for (var row = 0; row < Rows; row++)
        {
            var from = right.AsSpan(row * width, width);
            for (var i = Start(row); i < _ends[row]; i++)
            {
                AddScaled(to.AsSpan(_ids[i] * width, width), from, _weights[i]);
            }
        }
    }

    /// <summary>Adds to the sum the rows of the dense matrix that the ids name, each times its weight.</summary>
    public static void Combine(ReadOnlySpan<int> ids, ReadOnlySpan<float> weights, ReadOnlySpan<float> dense, Span<float> sum)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            AddScaled(sum, dense.Slice(ids[i] * sum.Length, sum.Length), weights[i]);
        }
    }

    /// <summary>to += factor x from. Element by element, so the result does not depend on the width of the machine's vectors.</summary>
    public static void AddScaled(Span<float> to, ReadOnlySpan<float> from, float factor)
    {
        var i = 0;
        for (; i <= to.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var sum = new Vector<float>(to[i..]) + (new Vector<float>(from[i..]) * factor);
            sum.CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] += factor * from[i];
        }
    }

    private int Start(int row) => row == 0 ? 0 : _ends[row - 1];
}
