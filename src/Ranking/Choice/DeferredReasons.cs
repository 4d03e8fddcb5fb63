using System.Collections;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Reasons worked out when somebody looks: in a ranking of all papers few are ever read.</summary>
internal sealed class DeferredReasons(Scoring scoring, int at, int count) : IReadOnlyList<string>
{
    private IReadOnlyList<string>? _reasons;

    public int Count => Reasons().Count;

    public string this[int index] => Reasons()[index];

    public IEnumerator<string> GetEnumerator() => Reasons().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IReadOnlyList<string> Reasons()
    {
        // The scoring is shared by all picks of a ranking and keeps what it worked out.
        lock (scoring)
        {
            return _reasons ??= Choice.Reasons.For(scoring, at, count);
        }
    }
}
