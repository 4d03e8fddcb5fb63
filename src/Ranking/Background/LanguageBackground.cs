using System.Runtime.Intrinsics;

namespace PaperFunctions.Ranking.Background;

/// <summary>What is known of the language of papers before the first digest: how common each stem is,
/// which words are used alike, and what acronyms stand for.</summary>
/// <remarks>Learned from public abstracts by the verb <c>background</c> of the benchmarks; sources, counts and licences stand in
/// docs/background.md. Thread-safe.</remarks>
internal sealed class LanguageBackground
{
    /// <summary>Numbers of a word vector.</summary>
    public const int Width = 256;

    private static readonly Lazy<LanguageBackground> Loaded = new(BackgroundFile.ReadShipped);

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly string[] _stems;
    private readonly int[] _papersWith;
    private readonly sbyte[] _vectors;
    private readonly float[] _scales;
    private readonly float[] _squaredRarity;

    /// <param name="stems">Each once.</param>
    /// <param name="papersWith">For each stem the papers that have it.</param>
    /// <param name="vectors">For each stem <see cref="Width"/> numbers of any length, zeros where nothing is known.</param>
    public LanguageBackground(int papers, string[] stems, int[] papersWith, sbyte[] vectors, Acronyms acronyms)
    {
        (Papers, _stems, _papersWith, _vectors, Acronyms) = (papers, stems, papersWith, vectors, acronyms);
        var byStem = new Dictionary<string, int>(stems.Length, StringComparer.Ordinal);
        for (var i = 0; i < stems.Length; i++)
        {
            byStem.Add(stems[i], i);
        }

        _numbers = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        _squaredRarity = [.. papersWith.Select(n => MathF.Pow(MathF.Log((1f + papers) / (1f + n)), 2))];
        _scales = [.. Enumerable.Range(0, stems.Length).Select(Scale)];
        Common = MeanPaper();
    }

    /// <summary>The one that comes with the program; read at first use.</summary>
    public static LanguageBackground Shipped => Loaded.Value;

    /// <summary>Papers that it was learned from.</summary>
    public int Papers { get; }

    public Acronyms Acronyms { get; }

    /// <summary>What all papers have in common: <see cref="Width"/> numbers of length 1, the average of all words, each counted in every
    /// paper that has it and weighed by <see cref="SquaredRarity"/>.</summary>
    public float[] Common { get; }

    internal ReadOnlySpan<string> Stems => _stems;

    internal ReadOnlySpan<int> PapersWith => _papersWith;

    internal ReadOnlySpan<sbyte> Vectors => _vectors;

    /// <summary>In how many of the papers a stem occurs; 0 where it is not among the stems that are kept.</summary>
    public int DocumentFrequency(ReadOnlySpan<char> stem) => _numbers.TryGetValue(stem, out var number) ? _papersWith[number] : 0;

    /// <summary>The stem's number for <see cref="AddVector"/>, or -1.</summary>
    public int Find(ReadOnlySpan<char> stem) => _numbers.TryGetValue(stem, out var number) ? number : -1;

    /// <summary>Copies a stem's vector, of length 1: stems that are used alike have a high cosine.</summary>
    /// <param name="vector"><see cref="Width"/> numbers; zeros where nothing is known.</param>
    /// <returns>Whether a vector is known.</returns>
    public bool TryGetVector(ReadOnlySpan<char> stem, Span<float> vector)
    {
        vector[..Width].Clear();
        var number = Find(stem);
        if (number < 0 || _scales[number] == 0)
        {
            return false;
        }

        AddVector(number, 1, vector);
        return true;
    }

    /// <summary>Adds a stem's vector, of length 1, times a factor.</summary>
    public void AddVector(int number, float factor, Span<float> sum)
    {
        var from = _vectors.AsSpan(number * Width, Width);
        var scaled = Vector128.Create(factor * _scales[number]);
        for (var i = 0; i < from.Length; i += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create<sbyte>(from[i..]));
            Add(low, scaled, sum[i..]);
            Add(high, scaled, sum[(i + Vector128<short>.Count)..]);
        }
    }

    /// <summary>The square of how rare a stem is among the papers, ln((1 + N) / (1 + n)).</summary>
    public float SquaredRarity(int number) => _squaredRarity[number];

    /// <summary>The long forms that an acronym is known to stand for, most common first; none where it is not known.</summary>
    public IReadOnlyList<string> LongForms(string acronym) => Acronyms.LongForms(acronym);

    /// <summary>The acronyms of a phrase, in lower case, most common first; none where none is known.</summary>
    public IReadOnlyList<string> ShortForms(string phrase) => Acronyms.ShortForms(phrase);

    private static void Add(Vector128<short> values, Vector128<float> factor, Span<float> sum)
    {
        var (low, high) = Vector128.Widen(values);
        (Vector128.Create<float>(sum) + (Vector128.ConvertToSingle(low) * factor)).CopyTo(sum);
        (Vector128.Create<float>(sum[4..]) + (Vector128.ConvertToSingle(high) * factor)).CopyTo(sum[4..]);
    }

    private float[] MeanPaper()
    {
        var sum = new float[Width];
        for (var i = 0; i < _stems.Length; i++)
        {
            AddVector(i, _squaredRarity[i] * _papersWith[i] / Papers, sum);
        }

        Features.Vectors.ToUnit(sum);
        return sum;
    }

    private float Scale(int number)
    {
        var squares = 0.0;
        foreach (var value in _vectors.AsSpan(number * Width, Width))
        {
            squares += value * value;
        }

        return squares == 0 ? 0 : (float)(1 / Math.Sqrt(squares));
    }
}
