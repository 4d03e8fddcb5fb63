using System.Globalization;

namespace PaperFunctions.Kills;

/// <summary>Kills the running product again and again while people sign up, vote and leave, digests come in and mail fails; lets it settle,
/// and counts whether it kept its promises.</summary>
/// <remarks>The app alone is killed. The storage emulator keeps the last seconds in memory and would forget them, as no storage account
/// does.</remarks>
public sealed class KillRun
{
    private readonly KillOptions _options;
    private readonly Random _random;
    private readonly Victim _victim;
    private readonly Acts _acts;

    private KillRun(KillOptions options, Victim victim)
    {
        (_options, _random, _victim) = (options, new Random(options.Seed), victim);
        var people = Enumerable.Range(0, options.People).Select(i => new Person(i, _random.Next(24))).ToList();
        _acts = new Acts(victim, _random, people);
    }

    public static async Task<KillResult> RunAsync(KillOptions options, CancellationToken cancellationToken)
    {
        await using var victim = new Victim();
        return await new KillRun(options, victim).RunAsync(cancellationToken);
    }

    private async Task<KillResult> RunAsync(CancellationToken cancellationToken)
    {
        for (var kill = 1; kill <= _options.Kills; kill++)
        {
            await LiveAsync(cancellationToken);
            Say($"kill {kill} of {_options.Kills}: {_acts.Files.Count} digests, {_acts.Mailbox.Read().Count} mails");
            _victim.Move(TimeSpan.FromSeconds(_random.Next(3) == 0 ? _random.Next(300, 9000) : 0));
        }

        var unrest = await new Settling(_victim, _acts, Say).RunAsync(cancellationToken);
        Say(unrest.Count == 0 ? "settled; counting" : $"never settled: {string.Join("; ", unrest)}");
        _victim.Errors.Where(e => e.Length > 0).TakeLast(10).ToList().ForEach(Say);
        var promises = new Promises(_victim, _acts);
        await promises.CountAsync(cancellationToken);
        await _victim.StopAsync(cancellationToken);
        var result = promises.ResultOf(unrest);
        if (_victim.Keep = result.Findings.Count > 0)
        {
            Say($"the data is kept in {_victim.Folder}");
        }

        return result;
    }

    /// <summary>One life: things are asked for, and one of them is hit by the kill.</summary>
    private async Task LiveAsync(CancellationToken cancellationToken)
    {
        await _victim.StartAsync(cancellationToken);
        for (var acts = _random.Next(8, 30); acts > 0 && _victim.IsAlive; acts--)
        {
            await _acts.OneAsync(cancellationToken);
            await Task.Delay(_random.Next(20, 400), cancellationToken);
        }

        // One more, which the kill hits in its midst, or soon after.
        using var kill = new Timer(_ => _victim.Kill(), null, _random.Next(800), Timeout.Infinite);
        await _acts.OneAsync(cancellationToken);
        await _victim.EndedAsync(cancellationToken);
    }

    private void Say(string line) =>
        _options.Say?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss} {line}"));
}
