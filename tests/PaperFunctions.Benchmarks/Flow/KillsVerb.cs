using System.Text.Encodings.Web;
using System.Text.Json;
using PaperFunctions.Benchmarks.Formats;
using PaperFunctions.Kills;

namespace PaperFunctions.Benchmarks.Flow;

/// <summary><c>kills</c>: kills the running product again and again, and counts what was lost, doubled, stuck or left behind.</summary>
internal static class KillsVerb
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <returns>1 where a promise was broken.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var given = new Options(args);
        var options = new KillOptions((int)given.Number("kills", 25), (int)given.Number("seed", 1), (int)given.Number("people", 12))
        {
            Say = Console.Error.WriteLine,
        };
        var result = await KillRun.RunAsync(options, CancellationToken.None);
        Console.WriteLine(JsonSerializer.Serialize(result, Json));
        return result.Findings.Count == 0 ? 0 : 1;
    }
}
