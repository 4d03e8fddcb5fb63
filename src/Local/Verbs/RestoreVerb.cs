using System.CommandLine;
using PaperFunctions.Flow.Operator;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>restore BACKUP</c>: brings back subscribers, votes and deliveries that the tables have lost.</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        // No default: the newest backup may have been made after the loss.
        var name = new Argument<string>("BACKUP") { Description = "Name of a backup, as 'backup --list' prints it" };
        var (port, account) = (Arguments.Port(), Arguments.Account());
        var command = new Command(
            "restore", "Brings back subscribers, votes and deliveries from a backup; what is there stays") { name, port, account };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(name), parsed.GetValue(port), parsed.GetValue(account), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string name, int port, string? account, CancellationToken cancellationToken)
    {
        await using var services = await RunningProduct.ConnectAsync(port, account, cancellationToken);
        if (await services.GetRequiredService<RestoreBackup>().RunAsync(name, cancellationToken) is not { } restored)
        {
            await Console.Error.WriteLineAsync($"There is no backup {name}: 'backup --list' prints those that are there.");
            return ExitCode.FellShort;
        }

        Console.WriteLine(
            $"Restored from {restored.Backup.Name}: {restored.Subscribers} subscribers and {restored.Rows} other rows that were missing.");
        return ExitCode.Done;
    }
}
