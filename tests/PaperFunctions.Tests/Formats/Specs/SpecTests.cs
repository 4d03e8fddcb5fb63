using System.Globalization;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Specs;

/// <summary>Runs the examples of the Markdown files beside this one: each <c>input</c> block is read,
/// each <c>papers</c> block is what must come out.</summary>
public class SpecTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var example in Spec.All)
        {
            data.Add(example.File, example.Heading);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_gives_what_its_spec_says(string file, string heading)
    {
        var example = Spec.All.Single(e => e.File == file && e.Heading == heading);
        var reading = await Reading.OfAsync(example.Input, example.Name);
        var expected = example.Expected;

        Assert.Equal(expected.Papers.Select(p => p["title"]), reading.Titles);
        foreach (var (paper, entry) in expected.Papers.Zip(reading.Entries))
        {
            Assert.Equal(paper, paper.Keys.ToDictionary(k => k, k => Field(entry, k)));
        }

        foreach (var (name, value) in expected.File)
        {
            Assert.Equal(value, name switch
            {
                "format" => reading.Receipt.Format,
                "date" => reading.Receipt.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "quarantined" => reading.Quarantined ? "yes" : "no",
                _ => throw new InvalidOperationException($"A spec knows no {name}."),
            });
        }

        Assert.Equal(expected.Problems.Count, reading.Receipt.ProblemCount);
        foreach (var (problem, actual) in expected.Problems.Zip(reading.Receipt.Problems))
        {
            Assert.Equal(problem.Line, actual.Line);
            Assert.Contains(problem.Part, actual.Reason);
        }
    }

    [Fact]
    public void There_are_examples() => Assert.True(Spec.All.Count >= 10);

    private static string Field(Entry entry, string name)
    {
        var paper = entry.Paper;
        return name switch
        {
            "title" => paper.Title,
            "line" => entry.Line.ToString(CultureInfo.InvariantCulture),
            "rank" => entry.Rank.ToString(CultureInfo.InvariantCulture),
            "abstract" => paper.Abstract,
            "original" => paper.OriginalAbstract ?? "",
            "authors" => string.Join("; ", paper.Authors),
            "links" => string.Join(", ", paper.Links.Select(l => $"{l.Kind.ToString().ToLowerInvariant()} {l.Url}")),
            "code" => paper.CodeUrl ?? "",
            "arxiv" => paper.ArxivId ?? "",
            "doi" => paper.Doi ?? "",
            "categories" => string.Join("; ", paper.Categories),
            "published" => paper.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            "venue" => paper.Venue ?? "",
            "upvotes" => paper.Upvotes?.ToString(CultureInfo.InvariantCulture) ?? "",
            _ => throw new InvalidOperationException($"A spec knows no {name}."),
        };
    }
}
