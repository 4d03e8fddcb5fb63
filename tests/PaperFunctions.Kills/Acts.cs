using Azure;
using Azure.Storage.Blobs;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Kills;

/// <summary>What people, an operator and bad luck do while the product is being killed. Everything may find it dead.</summary>
internal sealed class Acts(Victim victim, Random random, IReadOnlyList<Person> people)
{
    private static readonly object[] Faults =
    [
        new { kind = "status", status = 429, times = 2 }, new { kind = "status", status = 503, times = 1 },
        new { kind = "cutBeforeAccept", times = 1 },
        new { kind = "cutAfterAccept", times = 1 }, new { kind = "silentAfterAccept", times = 1 },
    ];

    private readonly Invention _invention = new(random);

    public IReadOnlyList<Person> People => people;

    public Mailbox Mailbox { get; } = new(Path.Combine(victim.Folder, "mail"));

    /// <summary>The newest content of each file, by its name.</summary>
    public Dictionary<string, InventedFile> Files { get; } = [];

    /// <summary>Files whose last upload was not answered: whether it arrived is not known.</summary>
    public HashSet<string> Unanswered { get; } = [];

    /// <summary>Papers of content that was replaced before it was read to its end: they may be there, or not.</summary>
    public HashSet<InventedPaper> Half { get; } = [];

    /// <summary>Votes that the page took, by address and token.</summary>
    public HashSet<(string Email, string Token)> Votes { get; } = [];

    /// <summary>Does one thing of chance, after what waits for an answer.</summary>
    public async Task OneAsync(CancellationToken cancellationToken)
    {
        await TendAsync();
        await (random.Next(20) switch
        {
            < 6 => DropAsync(_invention.File($"d{Files.Count:D3}.{(random.Next(2) == 0 ? "bib" : "jsonl")}", random.Next(40, 160)),
                cancellationToken),
            6 or 7 => AgainAsync(cancellationToken),
            8 or 9 => ReplaceAsync(cancellationToken),
            < 13 => SendAsync(cancellationToken),
            < 16 => VoteAsync(),
            16 => LeaveAsync(),
            17 => victim.FailMailAsync(Faults[random.Next(Faults.Length)]),
            _ => victim.GetAsync(random.Next(2) == 0 ? "/" : "/search?q=kelp"),
        });
    }

    /// <summary>Signs people up, presses their confirmations, and repeats goodbyes that were not answered.</summary>
    public async Task TendAsync()
    {
        var mails = Mailbox.Read();
        foreach (var person in people)
        {
            var links = mails.Where(m => m.To == person.Email).SelectMany(m => m.Tokens("/confirm")).ToList();
            if (!person.IsConfirmed && links.Count > 0)
            {
                person.IsConfirmed = await victim.PostAsync("/confirm", ("t", links[^1])) == 200;
            }
            else if (links.Count == 0 && !(victim.Now - person.AskedAt < TimeSpan.FromMinutes(11)))
            {
                person.AskedAt = await victim.PostAsync("/subscribe", person.Wishes) == 200 ? victim.Now : person.AskedAt;
            }
            else if (person is { IsLeaving: true, LeftAt: null })
            {
                await LeaveAsync(person);
            }
        }
    }

    /// <summary>Puts an edition out of turn on the queue for everybody who is active.</summary>
    public Task SendAsync(CancellationToken cancellationToken) => PerhapsAsync(async () =>
    {
        var active = await victim.Get<ISubscriberTable>().ListAsync(cancellationToken).Where(s => s.State == SubscriberState.Active)
            .Select(s => new DueSubscriber(s.Id, victim.Now, $"{victim.Now:yyyy-MM-ddTHHmmss}")).ToListAsync(cancellationToken);
        if (active.Count > 0)
        {
            await victim.Get<IFlowQueues>().SendAsync(new EditionsDue(1, active, OnDemand: true), cancellationToken);
        }
    });

    /// <summary>Uploads a file, under its name.</summary>
    public async Task DropAsync(InventedFile file, CancellationToken cancellationToken)
    {
        (Files[file.Name], _) = (file, Unanswered.Add(file.Name));
        await PerhapsAsync(async () =>
        {
            await victim.Get<BlobServiceClient>().GetBlobContainerClient(DigestBlobs.Container).GetBlobClient(file.Name)
                .UploadAsync(new MemoryStream(file.Content), overwrite: true, cancellationToken);
            Unanswered.Remove(file.Name);
        });
    }

    private Task AgainAsync(CancellationToken cancellationToken) =>
        Files.Count == 0 ? Task.CompletedTask : DropAsync(Files.Values.ElementAt(random.Next(Files.Count)), cancellationToken);

    /// <summary>Other content under a known name.</summary>
    private async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        if (Files.Count == 0)
        {
            return;
        }

        var old = Files.Values.ElementAt(random.Next(Files.Count));
        Digest? known = null;
        await PerhapsAsync(async () => known = (await victim.Get<DigestRows>().FindAsync(old.Name, cancellationToken))?.Value);
        if (known is not { IsSettled: true, IndexedAt: not null })
        {
            Half.UnionWith(old.Papers);
        }

        await DropAsync(_invention.File(old.Name, random.Next(40, 160)), cancellationToken);
    }

    private async Task VoteAsync()
    {
        var mails = Mailbox.Read().Where(m => people.Any(p => p.Stays && p.Email == m.To)).ToList();
        var mail = mails.Count == 0 ? null : mails[random.Next(mails.Count)];
        if (mail?.Tokens("/vote") is [var token, ..] && await victim.PostAsync("/vote", ("t", token), ("v", "1")) == 200)
        {
            Votes.Add((mail.To, token));
        }
    }

    private Task LeaveAsync()
    {
        var able = people.Where(p => p.Stays && Mailbox.Read().Any(m => m.To == p.Email && m.OneClick is not null)).ToList();
        return able.Count > people.Count / 2 ? LeaveAsync(able[random.Next(able.Count)]) : Task.CompletedTask;
    }

    private async Task LeaveAsync(Person person)
    {
        person.IsLeaving = true;
        var url = Mailbox.Read().Last(m => m.To == person.Email && m.OneClick is not null).OneClick!;
        person.LeftAt = await victim.PostAsync(url, ("List-Unsubscribe", "One-Click")) == 200 ? DateTimeOffset.UtcNow : null;
    }

    /// <summary>Does something that a kill may cut short.</summary>
    private static async Task PerhapsAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or HttpRequestException or IOException
            or OperationCanceledException)
        {
            // Storage ended with the product.
        }
    }
}
