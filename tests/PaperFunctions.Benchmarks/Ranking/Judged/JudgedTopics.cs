using System.Text.Json;
using PaperFunctions.Papers;

namespace PaperFunctions.Benchmarks.Ranking.Judged;

/// <summary>A topic and what a person said of the papers: 2 for "I asked for this", 1 for adjacent; others are irrelevant.</summary>
/// <param name="Grades">For each candidate, in their order.</param>
internal sealed record JudgedTopic(string Text, int[] Grades)
{
    public int Twos => Grades.Count(g => g == 2);

    /// <summary>Reads <c>[{"topic":"...","grades":{"a title":2}}]</c>.</summary>
    public static List<JudgedTopic> Read(string file, IReadOnlyList<StoredPaper> papers)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.EnumerateArray()
            .Select(t => new JudgedTopic(t.GetProperty("topic").GetString()!, Of(t.GetProperty("grades"), papers)))];
    }

    private static int[] Of(JsonElement grades, IReadOnlyList<StoredPaper> papers)
    {
        var byTitle = grades.EnumerateObject().ToDictionary(g => TitleKey.Of(g.Name), g => g.Value.GetInt32(), StringComparer.Ordinal);
        return [.. papers.Select(p => byTitle.GetValueOrDefault(TitleKey.Of(p.Paper.Title)))];
    }
}
