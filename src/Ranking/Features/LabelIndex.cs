using PaperFunctions.Papers;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Ranking.Features;

/// <summary>Which candidates have which authors, subject labels and links.</summary>
internal sealed class LabelIndex
{
    private readonly Dictionary<string, List<int>> _papers = new(StringComparer.Ordinal);
    private readonly int _count;

    public LabelIndex(IReadOnlyList<StoredPaper> candidates)
    {
        _count = candidates.Count;
        for (var i = 0; i < _count; i++)
        {
            foreach (var label in Of(candidates[i].Paper).Concat(candidates[i].Paper.Authors.Select(AuthorLabel))
                .Distinct(StringComparer.Ordinal))
            {
                if (!_papers.TryGetValue(label, out var list))
                {
                    _papers.Add(label, list = []);
                }

                list.Add(i);
            }
        }
    }

    public IReadOnlyList<int> With(string label) => _papers.TryGetValue(label, out var list) ? list : [];

    /// <summary>Share of the candidates that have a label, 0 to 1.</summary>
    public double Share(string label) => _count == 0 ? 0 : With(label).Count / (double)_count;

    /// <summary>Candidates that may have an author of this name; compare with <see cref="AuthorMatcher"/>.</summary>
    public IReadOnlyList<int> MaybeBy(string author) => With(AuthorLabel(author));

    /// <summary>What a paper is labelled with, in the words of a reason: "in cs.CL", "with code".</summary>
    public static IEnumerable<string> Of(Paper paper)
    {
        foreach (var category in paper.Categories)
        {
            yield return $"in {category}";
        }

        if (paper.CodeUrl is not null)
        {
            yield return "with code";
        }

        if (paper.Links.Any(l => l.Kind == LinkKind.Data))
        {
            yield return "with data";
        }
    }

    private static string AuthorLabel(string author) => $"author {AuthorMatcher.Bucket(author)}";
}
