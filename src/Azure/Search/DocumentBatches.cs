using Azure.Search.Documents.Models;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Search;

/// <summary>Papers as batches of index actions within the service's limits: 1,000 actions and 16 MB.</summary>
internal static class DocumentBatches
{
    public const int MaxActions = 1_000;

    /// <summary>Estimated bytes; half of the limit, since JSON escapes can make text longer than it is here.</summary>
    public const int MaxBytes = 8_000_000;

    /// <summary>Each paper is uploaded whole; documents of ids that it had before are deleted, which may happen twice.</summary>
    public static IEnumerable<List<IndexDocumentsAction<PaperDocument>>> Split(IReadOnlyList<StoredPaper> papers)
    {
        var batch = new List<IndexDocumentsAction<PaperDocument>>();
        var bytes = 0;
        foreach (var action in papers.SelectMany(Actions))
        {
            var size = SizeOf(action.Document);
            if (batch.Count == MaxActions || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(action);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static IEnumerable<IndexDocumentsAction<PaperDocument>> Actions(StoredPaper paper) =>
        paper.FormerIds.Select(id => IndexDocumentsAction.Delete(new PaperDocument { Id = id.Value }))
            .Prepend(IndexDocumentsAction.Upload(PaperDocument.From(paper)));

    private static int SizeOf(PaperDocument document) =>
        500 + (3 * (document.Title.Length + document.Abstract.Length
            + document.Authors.Sum(a => a.Length + 3) + document.Categories.Sum(c => c.Length + 3)
            + document.Links.Sum(l => l.Length + 3)));
}
