using PaperFunctions.Flow.Operator;

namespace PaperFunctions.Kills;

/// <summary>Counts what is there against what was asked for.</summary>
internal sealed class Promises(Victim victim, Acts acts)
{
    private readonly List<string> _findings = [];
    private readonly List<string> _excused = [];
    private PaperPromises? _papers;
    private EditionPromises? _editions;

    public async Task CountAsync(CancellationToken cancellationToken)
    {
        _papers = new PaperPromises(victim, acts, _findings);
        await _papers.CountAsync(cancellationToken);
        _editions = new EditionPromises(victim, acts, _findings, _excused);
        await _editions.CountAsync(cancellationToken);
        foreach (var queue in await victim.Get<IOperatorStorage>().QueuesAsync(cancellationToken))
        {
            _findings.AddRange(queue.Poison > 0 ? [$"stuck: {queue.Poison} messages were put aside from {queue.Name}"] : []);
        }
    }

    public KillResult ResultOf(IReadOnlyList<string> unrest) => new(
        victim.Kills.Count, acts.Files.Count, _papers!.Found, acts.People.Count, _editions!.Sent, acts.Mailbox.Read().Count,
        [.. unrest.Select(u => $"stuck: {u}"), .. _findings], _excused);
}
