using System.CommandLine;
using PaperFunctions.Local.Running;
using PaperFunctions.Papers;
using Spectre.Console;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>drop FILE...</c>: uploads digests to a running product and tells what became of them.</summary>
internal static class DropVerb
{
    public static Command Create()
    {
        var files = Arguments.Files("FILE");
        var (port, json) = (Arguments.Port(), Arguments.Json());
        var command = new Command("drop", "Drops digest files into a running product and waits until they are indexed") { files, port, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(files), parsed.GetValue(port), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, int port, bool json, CancellationToken cancellationToken)
    {
        if (Arguments.Complaint(files) is { } complaint)
        {
            await Console.Error.WriteLineAsync(complaint);
            return ExitCode.WrongUse;
        }

        await using var services = await Running.ConnectAsync(port, cancellationToken);
        var drop = services.GetRequiredService<DigestDrop>();
        var digests = json
            ? await QuietlyAsync(drop, files, cancellationToken)
            : await WithProgressAsync(drop, files, cancellationToken);
        foreach (var digest in digests)
        {
            Print(digest, json);
        }

        return digests.All(d => d.HasPapers) ? ExitCode.Done : ExitCode.FellShort;
    }

    private static async Task<IReadOnlyList<Digest>> QuietlyAsync(DigestDrop drop, FileInfo[] files, CancellationToken cancellationToken)
    {
        var dropped = new List<Dropped>();
        foreach (var file in files)
        {
            dropped.Add(await drop.UploadAsync(file.FullName, cancellationToken));
        }

        var digests = new List<Digest>();
        foreach (var one in dropped)
        {
            digests.Add(await drop.WaitAsync(one, null, cancellationToken));
        }

        return digests;
    }

    /// <summary>Progress goes to standard error: standard output is for results.</summary>
    private static IAnsiConsole Errors => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    private static Task<IReadOnlyList<Digest>> WithProgressAsync(DigestDrop drop, FileInfo[] files, CancellationToken cancellationToken) =>
        Errors.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new SpinnerColumn()).StartAsync(async progress =>
        {
            var bars = files.ToDictionary(f => f, f => progress.AddTask(Markup.Escape(f.Name), maxValue: 3));
            var digests = new Digest[files.Length];
            await Parallel.ForAsync(0, files.Length, cancellationToken, async (i, token) =>
            {
                var bar = bars[files[i]];
                var dropped = await drop.UploadAsync(files[i].FullName, token);
                bar.Value = 1;
                digests[i] = await drop.WaitAsync(dropped, d => bar.Value = d.IsSettled ? 2 : 1, token);
                bar.Value = 3;
            });
            return (IReadOnlyList<Digest>)digests;
        });

    private static void Print(Digest digest, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonLines.Of(DigestSummary.Of(digest)));
            return;
        }

        Console.WriteLine($"{digest.Name}: {digest.State}, {digest.Receipt.Format}, {digest.Receipt.Entries} entries, {digest.NewPapers} new papers");
        foreach (var line in ReceiptLines.Of(digest))
        {
            Console.WriteLine($"  {line}");
        }

        foreach (var problem in digest.Receipt.Problems)
        {
            Console.WriteLine($"  {digest.Name}:{problem.Line}: {problem.Reason}");
        }
    }
}
