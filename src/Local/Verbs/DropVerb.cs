using System.CommandLine;
using PaperFunctions.Local.Printing;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>drop FILE...</c>: uploads digests to a running product and prints what became of them.</summary>
internal static class DropVerb
{
    public static Command Create()
    {
        var files = Arguments.Files("FILE");
        files.Description = "Digest files, folders of them, or patterns such as *.txt";
        var (port, json) = (Arguments.Port(), Arguments.Json());
        var command = new Command(
            "drop", "Drops digest files into a running product and waits until they are indexed") { files, port, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Arguments.Expand(parsed.GetRequiredValue(files)), parsed.GetValue(port), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, int port, bool json, CancellationToken cancellationToken)
    {
        if (Arguments.Complaint(files) is { } complaint)
        {
            await Console.Error.WriteLineAsync(complaint);
            return ExitCode.WrongUse;
        }

        await using var services = await RunningProduct.ConnectAsync(port, cancellationToken);
        var digests = await DropAsync(services.GetRequiredService<DigestDrop>(), files, json, cancellationToken);
        return digests.TrueForAll(d => d.HasPapers) ? ExitCode.Done : ExitCode.FellShort;
    }

    /// <summary>Uploads all files, then prints each result as soon as it and those before it are there.</summary>
    private static async Task<List<Digest>> DropAsync(DigestDrop drop, FileInfo[] files, bool json, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine();
        var dropped = new List<Dropped>();
        foreach (var file in files)
        {
            progress.Show($"Uploading {dropped.Count + 1} of {files.Length}: {file.Name}");
            dropped.Add(await drop.UploadAsync(file.FullName, cancellationToken));
        }

        var digests = new List<Digest>();
        foreach (var one in dropped)
        {
            progress.Show($"Reading {digests.Count + 1} of {files.Length}: {one.Name}");
            digests.Add(await drop.WaitAsync(one, null, cancellationToken));
            progress.Clear();
            Print(digests[^1], json);
        }

        return digests;
    }

    private static void Print(Digest digest, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonLines.Of(DigestSummary.Of(digest)));
            return;
        }

        Console.WriteLine(
            $"{digest.Name}: {digest.State}, {digest.Receipt.Format}, {digest.Receipt.Entries} entries, {digest.NewPapers} new papers");
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
