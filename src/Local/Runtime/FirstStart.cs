using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Runtime;

/// <summary>Something to see on a fresh data folder: two sample readers, the sample digests, and an edition for each reader.</summary>
public static class FirstStart
{
    /// <summary>Addresses of a reserved domain (RFC 2606): no mail can go there, even by mistake.</summary>
    public static IReadOnlyList<(string Email, string[] Topics)> SampleReaders { get; } =
    [
        ("language@example.org", ["language models", "retrieval augmented generation", "quantization"]),
        ("robots@example.org", ["reinforcement learning", "robot manipulation", "diffusion models"]),
    ];

    public static async Task RunAsync(LocalRuntime stack, LocalOptions options, CancellationToken cancellationToken)
    {
        var marker = Path.Combine(options.DataFolder, "first-start");
        if (File.Exists(marker) || LocalFolders.Samples.Count == 0)
        {
            return;
        }

        var readers = new List<Subscriber>();
        foreach (var (email, topics) in SampleReaders)
        {
            readers.Add(await EnrolAsync(stack.Services, email, topics, cancellationToken));
        }

        options.Progress?.Invoke($"Reading {LocalFolders.Samples.Count} sample digests, on the first start only");
        await DropAsync(stack, LocalFolders.Samples, cancellationToken);
        options.Progress?.Invoke("Mailing the two sample readers an edition each");
        await stack.Services.GetRequiredService<EditionsNow>().SendAsync(readers, cancellationToken);
        await CalmAsync(stack, cancellationToken);
        await File.WriteAllTextAsync(
            marker, "The sample digests were dropped. Delete this file to have it done again.\n", cancellationToken);
    }

    /// <summary>Waits until no function has run for half a second, ten seconds at most: by then their log lines are written.</summary>
    private static async Task CalmAsync(LocalRuntime stack, CancellationToken cancellationToken)
    {
        for (var (tries, calm) = (0, 0); tries < 100 && calm < 5; tries++)
        {
            await Task.Delay(100, cancellationToken);
            calm = stack.Functions.Running == 0 ? calm + 1 : 0;
        }
    }

    /// <summary>An active subscriber without the round of confirmation mail.</summary>
    public static Task<Subscriber> EnrolAsync(
        IServiceProvider services, string email, IEnumerable<string> topics, CancellationToken cancellationToken) =>
        services.GetRequiredService<EnrolSubscriber>().ActivateAsync(
            email,
            s => s with { Interests = [.. topics.Select(t => new Interest(InterestKind.Topic, t))] },
            cancellationToken);

    /// <summary>Drops files and waits until they are dealt with.</summary>
    public static async Task<IReadOnlyList<Digest>> DropAsync(
        LocalRuntime stack, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var drop = stack.Services.GetRequiredService<DigestDrop>();
        var dropped = new List<Dropped>();
        foreach (var file in files)
        {
            dropped.Add(await drop.UploadAsync(file, cancellationToken));
        }

        stack.Functions.Nudge();
        var digests = new List<Digest>();
        foreach (var one in dropped)
        {
            digests.Add(await drop.WaitAsync(one, null, cancellationToken));
        }

        return digests;
    }
}
