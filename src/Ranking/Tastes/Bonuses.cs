using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>Points for single candidates: liked authors, subject labels and kinds of links.</summary>
internal sealed class Bonuses(CandidateSet set, Weights weights)
{
    // As if so many more likes had been labelled like the candidates: a label must be liked a few times to count.
    private const double Prior = 10;

    private readonly List<(IReadOnlyList<int> Papers, float Points)> _groups = [];
    private readonly Dictionary<string, double> _liked = new(StringComparer.Ordinal);

    public void AddLiked(Paper paper, float weight)
    {
        foreach (var label in LabelIndex.Of(paper))
        {
            _liked[label] = _liked.GetValueOrDefault(label) + weight;
        }

        foreach (var author in paper.Authors)
        {
            AddBy(author, weights.LikedAuthor * weight);
        }
    }

    /// <param name="likes">Likes, faded ones counted in part.</param>
    public IReadOnlyList<(IReadOnlyList<int> Papers, float Points)> ToList(double likes)
    {
        foreach (var (label, n) in _liked.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var share = set.Labels.Share(label);
            var lift = share == 0 ? 0 : Math.Log((n + (Prior * share)) / ((likes + Prior) * share));
            Add(set.Labels.With(label), weights.Label * (float)lift);
        }

        return _groups;
    }

    private void AddBy(string author, float points) =>
        Add(set.By(author), points);

    private void Add(IReadOnlyList<int> papers, float points)
    {
        if (papers.Count > 0 && points != 0)
        {
            _groups.Add((papers, points));
        }
    }
}
