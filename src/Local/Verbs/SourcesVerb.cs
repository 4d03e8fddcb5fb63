using System.CommandLine;
using PaperFunctions.Flow.Sources;
using PaperFunctions.Local.Printing;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>sources</c>: what a running product fetches by itself, and <c>sources fetch</c> to have it done now.</summary>
internal static class SourcesVerb
{
    public static Command Create()
    {
        var port = Arguments.Port();
        var list = new Command("list", "Shows each source with its last fetch and the next") { port };
        list.SetAction((parsed, cancellationToken) => ListAsync(parsed.GetValue(port), cancellationToken));
        var name = new Argument<string?>("NAME") { Description = "The source to fetch (default: all)", Arity = ArgumentArity.ZeroOrOne };
        var fetch = new Command("fetch", "Fetches a source now, or all of them") { name, port };
        fetch.SetAction((parsed, cancellationToken) => FetchAsync(parsed.GetValue(name), parsed.GetValue(port), cancellationToken));
        return new Command("sources", "Lists or fetches the sources of a running product") { list, fetch };
    }

    private static async Task<int> ListAsync(int port, CancellationToken cancellationToken)
    {
        await using var services = await RunningProduct.ConnectAsync(port, cancellationToken);
        var states = await services.GetRequiredService<FetchSources>().ListAsync(cancellationToken);
        if (states.Count == 0)
        {
            Console.WriteLine("There are no sources. Start with up --source ADDRESS.");
            return ExitCode.Done;
        }

        var table = new TextTable("Source", "Last fetch (UTC)", "What came", "Next (UTC)", "Address");
        foreach (var state in states)
        {
            var next = state.IsPaused ? "paused" : $"{state.Next.UtcDateTime:yyyy-MM-dd HH:mm}";
            table.Add(state.Name, state.LastFetch is { } at ? $"{at.UtcDateTime:yyyy-MM-dd HH:mm}" : "not yet", SourceWords.Of(state),
                next, state.Address);
        }

        table.Lines().ToList().ForEach(Console.WriteLine);
        return ExitCode.Done;
    }

    private static async Task<int> FetchAsync(string? name, int port, CancellationToken cancellationToken)
    {
        await using var services = await RunningProduct.ConnectAsync(port, cancellationToken);
        var sources = services.GetRequiredService<FetchSources>();
        var names = name is null ? (await sources.ListAsync(cancellationToken)).Select(state => state.Name) : [name];
        var code = ExitCode.Done;
        foreach (var one in names)
        {
            var state = await sources.FetchNowAsync(one, cancellationToken);
            Console.WriteLine($"{one}: {(state is null ? "There is no such source, or it is being fetched now." : SourceWords.Of(state))}");
            code = state is null or { Outcome: SourceOutcome.Failed } ? ExitCode.FellShort : code;
        }

        return code;
    }
}
