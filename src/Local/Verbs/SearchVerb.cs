using System.CommandLine;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Local.Printing;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>search QUERY</c>: looks papers up in a running product.</summary>
internal static class SearchVerb
{
    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words and \"phrases\"", Arity = ArgumentArity.OneOrMore };
        query.Validators.Add(r => Arguments.RefuseOddNames(r.Tokens, r.AddError, "--"));
        var top = new Option<int>("--top") { Description = "Results to print, 1 to 100", DefaultValueFactory = _ => 10 }.Within(1, 100);
        var (port, json) = (Arguments.Port(), Arguments.Json());
        var command = new Command("search", "Searches the papers of a running product") { query, top, port, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            string.Join(' ', parsed.GetRequiredValue(query)), parsed.GetValue(
                top), parsed.GetValue(port), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string text, int top, int port, bool json, CancellationToken cancellationToken)
    {
        await using var services = await RunningProduct.ConnectAsync(port, cancellationToken);
        var page = await services.GetRequiredService<IPaperIndex>().SearchAsync(new SearchQuery(text, 0, top), cancellationToken);
        foreach (var hit in page.Hits)
        {
            Console.WriteLine(json
                ? JsonLines.Of(new { id = hit.Id.Value, score = hit.Score, title = hit.Paper.Title })
                : $"{hit.Score,8:F2}  {hit.Paper.Title}");
        }

        if (!json)
        {
            Console.WriteLine($"{page.Hits.Count} of {page.Total} papers");
        }

        return ExitCode.Done;
    }
}
