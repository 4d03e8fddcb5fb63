using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>A working copy of the rows that some entries touch: resolves names, takes in papers, and knows what to write.</summary>
/// <remarks>No I/O: it is filled before, and what it changed is written after, provided that nobody else changed it meanwhile.</remarks>
internal sealed class PaperRows(IReadOnlyDictionary<PaperId, PaperRow> read, string digestId, DateTimeOffset now)
{
    private readonly Dictionary<PaperId, PaperRow> _rows = new(read);
    private readonly HashSet<PaperId> _changed = [];

    /// <summary>Papers that turned out to be another one under a second name.</summary>
    public List<StoredPaper> Absorbed { get; } = [];

    /// <summary>Papers as they were before they got their title and arrived anew.</summary>
    public List<StoredPaper> Moved { get; } = [];

    public IEnumerable<PaperRow> ChangedPapers => _changed.Select(id => _rows[id]).OfType<PaperRow.Known>();

    public IEnumerable<PaperRow> ChangedAliases => _changed.Select(id => _rows[id]).OfType<PaperRow.Alias>();

    /// <summary>Whether a paper is by now another one, or arrived at another time.</summary>
    public bool IsGone(StoredPaper before) => _rows.GetValueOrDefault(before.Id) switch
    {
        PaperRow.Known known => known.Stored.ArrivedAt != before.ArrivedAt,
        var row => row is PaperRow.Alias,
    };

    /// <summary>Whether there was no row of this paper before.</summary>
    public bool IsNew(PaperId id) => _rows[id].Version is null;

    public StoredPaper this[PaperId id] => ((PaperRow.Known)_rows[id]).Stored;

    /// <summary>The id that a paper taken in earlier has by now: it may have been absorbed since.</summary>
    public PaperId Current(PaperId id) => Resolve(id)!.Id;

    /// <summary>Takes a paper in and returns the id of the row that now holds it; null if nothing names it.</summary>
    public PaperId? Take(Paper paper)
    {
        var keys = PaperKey.Of(paper);
        if (keys.Count == 0)
        {
            return null;
        }

        var owners = Owners(paper, keys);
        var id = owners.Count > 0 ? owners[0] : keys[0].ToId();
        foreach (var other in owners.Skip(1))
        {
            Absorb(id, other);
        }

        id = Update(id, paper);
        foreach (var key in keys)
        {
            NameAs(id, key.ToId());
        }

        return id;
    }

    /// <summary>Existing papers under any of the keys, oldest first. They are all one work: a title and an abstract without ids may lead to
    /// two that are not.</summary>
    private List<PaperId> Owners(Paper paper, IReadOnlyList<PaperKey> keys)
    {
        var owners = new List<PaperRow.Known>();
        foreach (var key in keys)
        {
            if (Resolve(key.ToId()) is { } row && !owners.Contains(row) && SameWork(row.Stored.Paper, paper, key)
                && owners.TrueForAll(owner => SameWork(owner.Stored.Paper, row.Stored.Paper, key)))
            {
                owners.Add(row);
            }
        }

        return [.. owners.OrderBy(o => o.Stored.FirstSeen).ThenBy(o => o.Id.Value, StringComparer.Ordinal).Select(o => o.Id)];
    }

    /// <summary>A title alone does not join papers whose ids of the same kind differ, nor an address those with two arXiv ids, nor the
    /// opening of an abstract those of other people; where these are not known, the whole of it must be the same.</summary>
    private static bool SameWork(Paper known, Paper found, PaperKey key) => key.Kind switch
    {
        PaperKeyKind.Title => Agree(known.ArxivId, found.ArxivId) && Agree(known.Doi, found.Doi),
        PaperKeyKind.Address => Agree(known.ArxivId, found.ArxivId),
        PaperKeyKind.Abstract => Agree(known.ArxivId, found.ArxivId) && Agree(known.Doi, found.Doi)
            && (AuthorNames.Share(known.Authors, found.Authors) ?? TitleKey.Of(known.Abstract) == TitleKey.Of(found.Abstract)),
        _ => true,
    };

    private static bool Agree(string? a, string? b) => a is null || b is null || a == b;

    private PaperRow.Known? Resolve(PaperId id)
    {
        for (var hops = 0; hops < PaperNames.MaxHops && _rows.TryGetValue(id, out var row); hops++)
        {
            if (row is PaperRow.Known known)
            {
                return known;
            }

            id = ((PaperRow.Alias)row).Target;
        }

        return null;
    }

    private void Absorb(PaperId winner, PaperId loser)
    {
        var kept = (PaperRow.Known)_rows[winner];
        var gone = (PaperRow.Known)_rows[loser];
        Put(kept with
        {
            Stored = kept.Stored with
            {
                Paper = PaperFit.Of(PaperUnion.Of(kept.Stored.Paper, gone.Stored.Paper)),
                Digests = [.. kept.Stored.Digests.Union(gone.Stored.Digests)],
                LookUp = kept.Stored.LookUp ?? gone.Stored.LookUp,
                FormerIds = [.. kept.Stored.FormerIds.Union(gone.Stored.FormerIds).Append(loser).Distinct().Where(id => id != winner)],
            },
        });
        Put(new PaperRow.Alias(loser, winner, gone.Version));
        Absorbed.Add(gone.Stored);
    }

    private PaperId Update(PaperId id, Paper paper)
    {
        if (Resolve(id) is not { } known)
        {
            return Create(id, paper);
        }

        var stored = known.Stored;
        var updated = stored with
        {
            Paper = PaperFit.Of(PaperUnion.Of(stored.Paper, paper)),
            Digests = stored.Digests.Contains(digestId) ? stored.Digests : Bounded([.. stored.Digests, digestId]),
        };
        if (stored.Paper.TitleIsId && !updated.Paper.TitleIsId)
        {
            // Nobody was mailed a paper that had no title: it is a candidate from now on.
            Moved.Add(stored);
            updated = updated with { ArrivedAt = now };
        }

        if (!PaperText.Same(stored, updated))
        {
            Put(known with { Stored = updated });
        }

        return known.Id;
    }

    private PaperId Create(PaperId id, Paper paper)
    {
        // The name may be taken: by an alias that leads nowhere, or by a paper of the same title with another id.
        for (var hop = 0; hop < PaperNames.MaxHops && _rows.GetValueOrDefault(id) is PaperRow.Alias alias; hop++)
        {
            id = alias.Target;
        }

        Put(new PaperRow.Known(new StoredPaper(id, PaperFit.Of(paper)) { FirstSeen = now, ArrivedAt = now, Digests = [digestId] }, null));
        return id;
    }

    /// <summary>Keeps the first digest, which says where a paper came from, and the newest ones.</summary>
    private static IReadOnlyList<string> Bounded(IReadOnlyList<string> digests) =>
        digests.Count <= StoredPaper.MaxDigests ? digests : [digests[0], .. digests.Skip(digests.Count - StoredPaper.MaxDigests + 1)];

    private void NameAs(PaperId id, PaperId name)
    {
        if (name != id && Resolve(name) is null)
        {
            Put(new PaperRow.Alias(name, id, _rows.GetValueOrDefault(name)?.Version));
        }
    }

    private void Put(PaperRow row)
    {
        _rows[row.Id] = row;
        _changed.Add(row.Id);
    }
}
