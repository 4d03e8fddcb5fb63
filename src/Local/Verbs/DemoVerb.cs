using System.CommandLine;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Local.Demo;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>demo</c>: the main job once, on a fresh data folder: drop, store, index, match, send; then everything stops.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var files = new Option<FileInfo[]>("--file")
        {
            Description = "A digest file to drop; may be given again (default: the samples)",
            DefaultValueFactory = _ => []
        }.OfNames();
        var subscribers = new Option<string[]>("--subscriber")
        {
            Description = "\"ADDRESS=topic; topic\"; may be given again (default: two sample readers)",
            DefaultValueFactory = _ => [],
        };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Folder for summary.json and mail/*.eml" };
        var command = new Command("demo", "Runs the main job once from end to end and stops") { files, subscribers, output };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Arguments.Expand(parsed.GetValue(files)!), parsed.GetValue(subscribers)!, parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo[] files, string[] subscribers, DirectoryInfo? output, CancellationToken cancellationToken)
    {
        var readers = new List<DemoReader>();
        foreach (var text in subscribers)
        {
            if (Parse(text) is not { } reader)
            {
                await Console.Error.WriteLineAsync(
                    $"--subscriber \"{text}\" must be \"ADDRESS=topic; topic\" with a valid address and at least one topic.");
                return ExitCode.WrongUse;
            }

            if (readers.Any(r => r.Email.Equals(reader.Email, StringComparison.OrdinalIgnoreCase)))
            {
                await Console.Error.WriteLineAsync($"--subscriber {reader.Email} is given twice: name all topics of an address in one.");
                return ExitCode.WrongUse;
            }

            readers.Add(reader);
        }

        if (output is not null && !CanWrite(output))
        {
            await Console.Error.WriteLineAsync($"--out {output}: results cannot be written there.");
            return ExitCode.WrongUse;
        }

        if (Arguments.Complaint(files) is { } complaint)
        {
            await Console.Error.WriteLineAsync(complaint);
            return ExitCode.WrongUse;
        }

        var plan = new DemoPlan(
            files.Length > 0 ? [.. files.Select(f => f.FullName)] : LocalFolders.Samples,
            readers.Count > 0 ? readers : [.. FirstStart.SampleReaders.Select(r => new DemoReader(r.Email, r.Topics))],
            output?.FullName);
        var summary = await DemoRun.RunAsync(plan, line => Console.Error.WriteLine($"{line} ..."), cancellationToken);
        DemoReport.Print(summary, plan);
        var shortfall = summary.Shortfall(plan);
        if (shortfall is not null)
        {
            await Console.Error.WriteLineAsync(shortfall);
        }

        return shortfall is null ? ExitCode.Done : ExitCode.FellShort;
    }

    private static bool CanWrite(DirectoryInfo folder)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "mail"));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static DemoReader? Parse(string text)
    {
        var parts = text.Split('=', 2);
        var topics = parts.Length < 2 ? [] : parts[1].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return topics.Length > 0 && EmailAddress.Normalise(parts[0]) is { } email ? new DemoReader(email, topics) : null;
    }
}
