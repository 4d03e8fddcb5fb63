using System.CommandLine;
using PaperFunctions.Local.Printing;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>up</c>, the default: the whole product until Ctrl+C.</summary>
internal static class UpVerb
{
    private const int DefaultMailPort = 7072;

    public static RootCommand CreateRoot() => Configure(new RootCommand("PaperFunctions on one machine: digests in, personal mail out"));

    public static Command Create() => Configure(new Command("up", "Starts everything on 127.0.0.1 until Ctrl+C; the default"));

    /// <summary>One line before everything else, where these arguments ask for this verb and for no JSON.</summary>
    public static void SayStart(string[] args)
    {
        if (args is [] or ["up", ..] or ["--port" or "--mail-port" or "--data", ..] && !args.Contains("--json") && !args.Contains("--help"))
        {
            Say("Starting PaperFunctions");
        }
    }

    private static T Configure<T>(T command) where T : Command
    {
        var port = Arguments.Port("--port", "Port of the pages; 0 for any free one", Arguments.DefaultPort);
        var mailPort = Arguments.Port("--mail-port", "Port of the mail that was sent; 0 for any free one", DefaultMailPort);
        var data = new Option<DirectoryInfo?>(
            "--data")
        { Description = "Folder that keeps tables, blobs, index and mail (default: .data in the checkout)" };
        var json = new Option<bool>("--json") { Description = "Print one line of JSON with the addresses when ready" };
        command.Options.Add(port);
        command.Options.Add(mailPort);
        command.Options.Add(data);
        var sources = new Option<string[]>("--source")
        {
            Description = "Fetch digests from this address too, on a schedule if you like: \"https://rss.arxiv.org/rss/cs.LG 17 5 * * *\"",
        };
        command.Options.Add(json);
        command.Options.Add(sources);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new LocalOptions
            {
                Port = parsed.GetValue(port),
                MailPort = parsed.GetValue(mailPort),
                MailEvents = true,
                DataFolder = Path.GetFullPath(parsed.GetValue(data)?.FullName ?? LocalFolders.DefaultData),
                Progress = parsed.GetValue(json) ? null : Say,
                ShowLog = !parsed.GetValue(json),
                Sources = string.Join('\n', parsed.GetValue(sources) ?? []),
            },
            parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalOptions options, bool json, CancellationToken cancellationToken)
    {
        await using var stack = await LocalRuntime.StartAsync(options, cancellationToken);
        if (json)
        {
            Console.WriteLine(JsonLines.Of(stack.Addresses));
        }

        var stopped = WorkAsync(stack, options, json, cancellationToken);
        if (await Task.WhenAny(stack.StorageExited, stopped) == stack.StorageExited)
        {
            throw new LocalStartException(
                $"The storage emulator ended by itself; see {Path.Combine(options.DataFolder, "azurite.log")}, and start again.");
        }

        await stopped;
        Say("Stopping");
        return ExitCode.Done;
    }

    /// <summary>Until a stop is asked for.</summary>
    private static async Task WorkAsync(LocalRuntime stack, LocalOptions options, bool json, CancellationToken cancellationToken)
    {
        try
        {
            await FirstStart.RunAsync(stack, options, cancellationToken);
            if (!json)
            {
                // Last, so that they are below what the first start logs.
                ShowAddresses(stack, options.DataFolder);
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The ordinary end.
        }
    }

    /// <summary>Progress goes to standard error: standard output is for results.</summary>
    private static void Say(string line) => Console.Error.WriteLine($"{line} ...");

    private static void ShowAddresses(LocalRuntime stack, string data)
    {
        var addresses = stack.Addresses;
        Console.WriteLine($"""

            Pages            {addresses.Web}
            Mail             {addresses.Mail}
            Operator's page  {addresses.Web}{PaperFunctions.Pages.Web.Addresses.OperatorByKey}?code={stack.Secrets.FunctionKey}
            Data             {data}

            Next, in another terminal:
              {Command("drop FILE", addresses)}     drops a digest of your own
              {Command("send", addresses)}          mails the editions now
            Ctrl+C stops everything.
            """);
    }

    /// <summary>A command that reaches this product, to be copied.</summary>
    private static string Command(string verb, LocalAddresses addresses)
    {
        var port = new Uri(addresses.Web).Port;
        return $"dotnet run --project src/Local -- {verb}{(port == Arguments.DefaultPort ? "" : $" --port {port}")}";
    }
}
