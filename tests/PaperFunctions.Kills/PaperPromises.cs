using Azure;
using Azure.Data.Tables;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Kills;

/// <summary>What was dropped is stored once, has arrived once, can be found, and is in its digest's list.</summary>
internal sealed class PaperPromises(Victim victim, Acts acts, List<string> findings)
{
    private const int PageSize = 100;

    /// <summary>Papers in the tables.</summary>
    public int Found { get; private set; }

    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var digests = await victim.Get<IDigestTable>().ListAsync(cancellationToken)
            .ToDictionaryAsync(d => d.Name, cancellationToken: cancellationToken);
        foreach (var file in acts.Files.Values.Where(f => digests.ContainsKey(f.Name)))
        {
            await CountAsync(file, digests[file.Name], cancellationToken);
        }

        await CountListsAsync([.. digests.Values.Select(d => d.ListId)], cancellationToken);
        var rows = await RowsAsync(TableNames.Papers, cancellationToken).Where(r => !r.ContainsKey("Target"))
            .ToListAsync(cancellationToken);
        var arrivals = await RowsAsync(TableNames.Arrivals, cancellationToken).Select(r => r.RowKey[^32..]).ToListAsync(cancellationToken);
        Found = rows.Count;
        CountPapers(rows, [.. arrivals], await DocumentsAsync(cancellationToken));
        findings.AddRange(arrivals.GroupBy(a => a).Where(a => a.Count() > 1)
            .Select(a => $"doubled: paper {a.Key} arrived {a.Count()} times"));
    }

    private async Task CountAsync(InventedFile file, Digest digest, CancellationToken cancellationToken)
    {
        var listed = await victim.Get<IDigestTable>().EntriesAsync(digest.ListId, cancellationToken).ToListAsync(cancellationToken);
        if (!listed.Select(e => e.Title).SequenceEqual(file.Papers.Select(p => p.Title)) || digest.Receipt.Entries != file.Papers.Count)
        {
            findings.Add(
                $"lost: {file.Name} has {file.Papers.Count} papers, {digest.Receipt.Entries} on its row and {listed.Count} in its list");
        }

        var found = await victim.Get<IPaperTable>().ResolveAsync([.. file.Papers.Select(NameOf)], cancellationToken);
        findings.AddRange(file.Papers.Select(p => p.Title).Except(found.Select(f => f.Paper.Title))
            .Select(t => $"lost: no row for '{t}' of {file.Name}"));
    }

    private async Task CountListsAsync(HashSet<string> used, CancellationToken cancellationToken)
    {
        var lists = await RowsAsync(TableNames.Entries, cancellationToken).Select(r => r.PartitionKey)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        findings.AddRange(lists.Except(used).Select(list => $"orphan: the list {list} is of no content that is there"));
    }

    /// <summary>What has a row has arrived and is in the index, also where its file was replaced since: readers get what arrived.</summary>
    private void CountPapers(List<TableEntity> rows, HashSet<string> arrivals, HashSet<string> documents)
    {
        var (papers, half) = (rows.Select(r => r.RowKey).ToHashSet(), acts.Half.Select(p => p.Title).ToHashSet());
        foreach (var row in rows)
        {
            var (title, kind) = (row.GetString("Title"), half.Contains(row.GetString("Title")) ? "orphan" : "lost");
            findings.AddRange(arrivals.Contains(row.RowKey) ? [] : [$"{kind}: '{title}' never arrived: no reader can get it"]);
            findings.AddRange(documents.Contains(row.RowKey) ? [] : [$"{kind}: '{title}' is not in the index"]);
        }

        findings.AddRange(rows.GroupBy(r => r.GetString("Title")).Where(g => g.Count() > 1)
            .Select(g => $"doubled: {g.Count()} rows for '{g.Key}'"));
        findings.AddRange(arrivals.Except(papers).Select(id => $"orphan: arrival of {id}, which is no paper"));
        findings.AddRange(documents.Except(papers).Select(id => $"orphan: document of {id}, which is no paper"));
    }

    private async Task<HashSet<string>> DocumentsAsync(CancellationToken cancellationToken)
    {
        var (found, index) = (new HashSet<string>(), victim.Get<IPaperIndex>());
        for (var page = 0; ; page++)
        {
            var hits = (await index.SearchAsync(new SearchQuery("", page * PageSize, PageSize) { Newest = true }, cancellationToken)).Hits;
            found.UnionWith(hits.Select(h => h.Id.Value));
            if (hits.Count < PageSize)
            {
                return found;
            }
        }
    }

    private AsyncPageable<TableEntity> RowsAsync(string table, CancellationToken cancellationToken) =>
        victim.Get<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken);

    private static PaperId NameOf(InventedPaper paper) => PaperKey.Of(new Paper { Title = paper.Title })[0].ToId();
}
