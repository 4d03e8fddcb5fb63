using Azure.Data.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>A stored paper as properties of a row.</summary>
internal static class StoredPapers
{
    public static TableEntity Fill(TableEntity entity, StoredPaper stored)
    {
        // The title stands on its own for whoever looks into the table; the JSON is what is read back.
        entity["Title"] = stored.Paper.Title;
        entity["FirstSeen"] = stored.FirstSeen;
        entity["ArrivedAt"] = stored.ArrivedAt;
        entity["Digests"] = string.Join(',', stored.Digests);
        entity["FormerIds"] = string.Join(',', stored.FormerIds);
        if (stored.LookUp is { } lookUp)
        {
            entity["LookUp"] = lookUp.Outcome.ToString();
            entity["LookedUpAt"] = lookUp.At;
            entity["LookUpAgain"] = lookUp.Again;
            entity["Catalogue"] = lookUp.Catalogue;
        }

        return entity.WithText("Paper", PaperText.Of(stored.Paper));
    }

    public static StoredPaper Read(TableEntity entity, PaperId id) => new(id, PaperText.Parse(entity.Text("Paper")))
    {
        FirstSeen = entity.GetDateTimeOffset("FirstSeen") ?? default,
        ArrivedAt = entity.GetDateTimeOffset("ArrivedAt") ?? default,
        Digests = List(entity.GetString("Digests")),
        FormerIds = [.. List(entity.GetString("FormerIds")).Select(f => new PaperId(f))],
        LookUp = Enum.TryParse<LookUpOutcome>(entity.GetString("LookUp"), out var outcome)
            ? new LookUpResult(outcome, entity.GetDateTimeOffset("LookedUpAt") ?? default)
            {
                Catalogue = entity.GetString("Catalogue"), Again = entity.GetDateTimeOffset("LookUpAgain"),
            }
            : null,
    };

    private static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
