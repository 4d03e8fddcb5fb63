using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.LookUp;

/// <summary>Writes what came of look-ups into the papers' rows.</summary>
internal static class LookUpNotes
{
    private const int MaxAttempts = 5;

    /// <summary>A row that others keep changing stays without its note, which is a remark and no more.</summary>
    public static async Task NoteAsync(this IPaperTable papers, IReadOnlyDictionary<PaperId, LookUpResult> results,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var rows = await papers.FindWithTargetsAsync(results.Keys, cancellationToken);
            var noted = rows.Values.OfType<PaperRow.Known>()
                .Select(row => (Row: row,
                    Result: results.FirstOrDefault(result => PaperNames.Follow(rows, result.Key)?.Id == row.Id).Value))
                .Where(note => note.Result is not null && note.Row.Stored.LookUp != note.Result)
                .Select(note => note.Row with { Stored = note.Row.Stored with { LookUp = note.Result } });
            if (await papers.TryWriteAsync([.. noted], cancellationToken))
            {
                return;
            }
        }
    }
}
