using PaperFunctions.Formats.Shared.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>Counts what was left out, by kind; the same name of a kind counts once.</summary>
internal sealed class LeftOutNames
{
    /// <summary>Kinds of what was left out; a format has two or three.</summary>
    private const int MaxKinds = 8;

    /// <summary>Names of one kind that are told apart. Further ones are counted each time they come.</summary>
    private const int MaxKnown = 2_000;

    /// <summary>Characters of one name.</summary>
    private const int LongestName = 60;

    private readonly Dictionary<string, Names> _kinds = [];

    public void Add(LeftOut what)
    {
        if (!_kinds.TryGetValue(what.Kind, out var names))
        {
            if (_kinds.Count == MaxKinds)
            {
                return;
            }

            _kinds[what.Kind] = names = new Names();
        }

        foreach (var name in what.Names)
        {
            names.Add(OneLine.Of(name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name));
        }

        names.Count += Math.Max(0, what.Count - what.Names.Count);
    }

    public IReadOnlyList<LeftOut> ToList() => [.. _kinds.Select(k => new LeftOut(k.Key, k.Value.Count, [.. k.Value.First]))];

    private sealed class Names
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);

        public List<string> First { get; } = [];

        public int Count { get; set; }

        public void Add(string name)
        {
            if (_known.Count < MaxKnown && !_known.Add(name))
            {
                return;
            }

            Count++;
            if (First.Count < LeftOut.MaxNames)
            {
                First.Add(name);
            }
        }
    }
}
