using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary><c>editions [FILE...]</c>: twenty editions with their reasons, to read with one's own eyes, from digest files or the pages in
/// the folder PAPERFUNCTIONS_CORPUS.</summary>
internal static class EditionsVerb
{
    private const int Likes = 3;

    /// <summary>Topics and mutes as people type them; "like:" stands for likes of the papers that are most about what follows.</summary>
    private static readonly string[] Readers =
    [
        "mixture of experts", "graph neural networks", "KV cache", "quantization", "world models", "robot manipulation",
        "3D Gaussian splatting",
        "multi-agent systems; code generation", "continual learning; neural architecture search; diffusion models for images",
        "LLM inference on GPUs; speculative decoding",
        "protein design; brain-computer interfaces", "interpretability of transformers", "like: continual learning",
        "like: code generation", "like: sparse autoencoders",
        "like: mathematical reasoning", "like: diffusion models; like: text-to-image generation", "robotics; like: motion planning",
        "compilers; like: deep learning frameworks; mute: survey",
        "retrieval-augmented generation; mute: medical",
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var corpus = Environment.GetEnvironmentVariable("PAPERFUNCTIONS_CORPUS");
        string[] files = args.Length > 0
            ? args
            : corpus is null ? [] : [.. Directory.GetFiles(corpus, "trending-*.txt").Order(StringComparer.Ordinal)];
        if (files.Length == 0 || Array.Exists(files, f => !File.Exists(f)))
        {
            await Console.Error.WriteLineAsync(
                "editions: name digest files that exist, or set PAPERFUNCTIONS_CORPUS to a folder with trending-*.txt.");
            return 2;
        }

        var set = CandidateSet.Build((await Pages.ReadAsync(files)).Papers);
        foreach (var reader in Readers)
        {
            Print(reader, set, Taste(reader, set));
        }

        return 0;
    }

    private static TasteInput Taste(string reader, CandidateSet set)
    {
        var (interests, votes, now) = (new List<Interest>(), new List<RatedPaper>(), DateTimeOffset.UnixEpoch);
        foreach (var said in reader.Split("; "))
        {
            if (said.StartsWith("like: ", StringComparison.Ordinal))
            {
                var about = set.Rank(new TasteInput([new Interest(InterestKind.Topic, said[6..])], [], now));
                votes.AddRange(about.Where(p => votes.TrueForAll(v => v.Paper != p.Paper.Paper)).Take(Likes)
                    .Select(p => new RatedPaper(p.Paper.Paper, 1, now)));
            }
            else
            {
                interests.Add(said.StartsWith("mute: ", StringComparison.Ordinal)
                    ? new Interest(InterestKind.Muted, said[6..])
                    : new Interest(InterestKind.Topic, said));
            }
        }

        return new TasteInput(interests, votes, now);
    }

    private static void Print(string reader, CandidateSet set, TasteInput taste)
    {
        Console.WriteLine($"\n## {reader}\n");
        foreach (var vote in taste.Rated)
        {
            Console.WriteLine($"- likes '{vote.Paper.Title}'");
        }

        var selection = set.Choose(taste, new ChoiceOptions(EditionSize.Default, new EditionOptions().MinimumChance, Exploration: true));
        foreach (var pick in selection.Picks)
        {
            Console.WriteLine(
                $"{pick.Rank}. {pick.Paper.Paper.Title} ({pick.Chance:.00}{(pick.Exploration ? ", to explore" : "")}): "
                    + $"{string.Join("; ", pick.Why)}");
        }

        Console.WriteLine(selection.Reason);
    }
}
