using System.CommandLine;
using System.Runtime.CompilerServices;
using PaperFunctions.Formats;
using PaperFunctions.Local.Printing;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>parse FILE...</c>: the papers of digest files as JSON Lines, problems on standard error.</summary>
internal static class ParseVerb
{
    public static Command Create()
    {
        var files = Arguments.Files("FILE");
        var command = new Command("parse", "Prints the papers of digest files as JSON Lines; problems go to standard error") { files };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(files), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, CancellationToken cancellationToken)
    {
        var allGave = true;
        await using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
        foreach (var file in files)
        {
            allGave &= await PrintAsync(file, output, cancellationToken);
        }

        return allGave ? ExitCode.Done : ExitCode.FellShort;
    }

    /// <returns>Whether the file gave papers.</returns>
    private static async Task<bool> PrintAsync(FileInfo file, StreamWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = file.OpenRead();
            var reading = await DigestReader.OpenAsync(content, new DigestSource(file.Name, DateTimeOffset.UtcNow), cancellationToken);
            await foreach (var line in LinesAsync(file, reading, cancellationToken))
            {
                await output.WriteLineAsync(line);
            }

            PrintProblems(file, reading.Receipt);
            PrintSummary(file, reading);
            return reading.Receipt.Entries > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file}:0: {Unreadable.Reason(file, e)}");
            return false;
        }
    }

    /// <summary>A line a paper, with the problems met up to it; the last one also has those behind it.</summary>
    private static async IAsyncEnumerable<string> LinesAsync(
        FileInfo file, DigestReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (Entry Entry, Receipt Receipt)? held = null;
        var told = 0;
        await foreach (var entry in reading.EntriesAsync(cancellationToken))
        {
            if (held is { } before)
            {
                yield return JsonLines.Of(Line(file, before.Receipt, before.Entry, before.Receipt.Problems.Skip(told)));
                told = before.Receipt.Problems.Count;
            }

            held = (entry, reading.Receipt);
        }

        if (held is { } last)
        {
            yield return JsonLines.Of(Line(file, last.Receipt, last.Entry, reading.Receipt.Problems.Skip(told)));
        }
    }

    private static object Line(FileInfo file, Receipt receipt, Entry entry, IEnumerable<Problem> problems) => new
    {
        file = file.ToString(),
        format = receipt.Format,
        date = receipt.Date?.ToString("yyyy-MM-dd"),
        rank = entry.Rank,
        title = entry.Paper.Title,
        @abstract = entry.Paper.Abstract,
        authors = entry.Paper.Authors,
        links = entry.Paper.Links.Select(l => l.Url),
        arxivId = entry.Paper.ArxivId,
        doi = entry.Paper.Doi,
        line = entry.Line,
        categories = entry.Paper.Categories,
        published = entry.Paper.Published?.ToString("yyyy-MM-dd"),
        upvotes = entry.Paper.Upvotes,
        venue = entry.Paper.Venue,
        codeUrl = entry.Paper.CodeUrl,
        problems = problems.Select(p => new { line = p.Line, column = p.Column, @byte = p.Byte, reason = p.Reason }),
    };

    private static void PrintSummary(FileInfo file, DigestReading reading)
    {
        var receipt = reading.Receipt;
        Console.Error.WriteLine($"{file}: {(receipt.Format.Length > 0 ? receipt.Format : "no format")}, {receipt.Entries} entries");
        foreach (var line in ReceiptLines.Of(receipt))
        {
            Console.Error.WriteLine($"{file}: {line}");
        }

        if (reading.NeedsReview)
        {
            Console.Error.WriteLine($"{file}: dropped, it would need review. {DigestState.NeedsReview.Explain()}");
        }
    }

    private static void PrintProblems(FileInfo file, Receipt receipt)
    {
        foreach (var problem in receipt.Problems)
        {
            Console.Error.WriteLine($"{file}:{problem.Line}: {problem.Reason}");
        }

        if (receipt.ProblemCount > receipt.Problems.Count)
        {
            Console.Error.WriteLine($"{file}:0: {receipt.ProblemCount - receipt.Problems.Count} further problems are not shown.");
        }
    }
}
