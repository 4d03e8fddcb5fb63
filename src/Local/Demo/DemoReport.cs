using System.Text.Encodings.Web;
using System.Text.Json;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.Local.Demo;

/// <summary>The results of a demo run, as files and for reading.</summary>
internal static class DemoReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <c>summary.json</c> and <c>mail/*.eml</c>.</summary>
    public static async Task WriteAsync(DemoSummary summary, DemoPlan plan, LocalAddresses addresses, CancellationToken cancellationToken)
    {
        if (plan.Output is not { } folder)
        {
            return;
        }

        var mail = Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "summary.json"), JsonSerializer.Serialize(summary, Json), cancellationToken);
        using var http = new HttpClient();
        foreach (var message in await http.GetFromJsonAsync<List<CapturedMail>>($"{addresses.Mail}/messages", Json, cancellationToken)
            ?? [])
        {
            var eml = await http.GetByteArrayAsync($"{addresses.Mail}/messages/{message.Id}.eml", cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(mail, $"{message.Id}.eml"), eml, cancellationToken);
        }
    }

    public static void Print(DemoSummary summary, DemoPlan plan)
    {
        foreach (var digest in summary.Digests)
        {
            Console.WriteLine($"{digest.Name}: {digest.State}, {digest.Format}, {digest.Entries} entries, {digest.NewPapers} new papers, "
                + $"{digest.Problems} problems");
        }

        Console.WriteLine($"{summary.Papers} papers in the table, {summary.SearchDocuments} documents in the index");
        foreach (var edition in summary.Editions)
        {
            Console.WriteLine();
            Console.WriteLine($"To {edition.To}: {edition.Subject} ({edition.HtmlBytes / 1024.0:F0} KB of HTML)");
            foreach (var paper in edition.Papers)
            {
                Console.WriteLine($"  - {paper.Title}");
                Console.WriteLine($"    {string.Join("; ", paper.Why)}");
            }
        }

        var seconds = summary.Seconds;
        Console.WriteLine();
        Console.WriteLine(
            $"Start {seconds.Start:F1} s, ingest {seconds.Ingest:F1} s, index {seconds.Index:F1} s, send {seconds.Send:F1} s");
        if (plan.Output is { } folder)
        {
            Console.WriteLine($"Results in {folder}");
        }
    }
}
