using System.CommandLine;
using PaperFunctions.Flow.Backups;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>backup</c>: backs up subscribers, votes and deliveries now, without waiting for the night.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var list = new Option<bool>("--list") { Description = "List the backups that are there; make none" };
        var (port, account) = (Arguments.Port(), Arguments.Account());
        var command = new Command("backup", "Backs up subscribers, votes and deliveries now") { list, port, account };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(list), parsed.GetValue(port), parsed.GetValue(account), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool list, int port, string? account, CancellationToken cancellationToken)
    {
        await using var services = await RunningProduct.ConnectAsync(port, account, cancellationToken);
        var backups = services.GetRequiredService<IBackups>();
        foreach (var backup in list ? await backups.ListAsync(cancellationToken) : [await backups.WriteAsync(cancellationToken)])
        {
            Console.WriteLine($"{backup.Name}: {string.Join(", ", backup.Rows.Select(table => $"{table.Key} {table.Value}"))}");
        }

        return ExitCode.Done;
    }
}
