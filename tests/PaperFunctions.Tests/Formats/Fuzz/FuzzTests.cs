namespace PaperFunctions.Tests.Formats.Fuzz;

public class FuzzTests
{
    private const int Cases = 4000;

    /// <summary>The same seeds every time; <c>fuzz</c> of the benchmarks runs others, in any number.</summary>
    [Fact]
    public async Task Damaged_samples_give_papers_and_problems_but_never_an_exception()
    {
        var fuzzer = new Fuzzer(Samples.All());
        var wrong = new List<string>();
        for (var seed = 1; seed <= Cases && wrong.Count < 5; seed++)
        {
            if (await fuzzer.RunAsync(seed) is { } one)
            {
                wrong.Add(one);
            }
        }

        Assert.Empty(wrong);
    }
}
