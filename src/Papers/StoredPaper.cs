namespace PaperFunctions.Papers;

/// <summary>A paper with its identity and history, as the tables hold it.</summary>
public sealed record StoredPaper(PaperId Id, Paper Paper)
{
    /// <summary>When it first came in, UTC; told to whoever asks, and nothing is chosen by it.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it became a candidate for editions, UTC: the time of its arrival row. Later than <see cref="FirstSeen"/> where a run
    /// stopped before the arrival was written, or where the title came later. Rows of earlier releases have none: there both are the
    /// same.</summary>
    public DateTimeOffset ArrivedAt
    {
        get => field == default ? FirstSeen : field;
        init;
    }

    /// <summary>Ids of the digests it came in, first one first; at most <see cref="MaxDigests"/>, the newest kept.</summary>
    public IReadOnlyList<string> Digests { get; init; } = [];

    /// <summary>Ids under which it was known before two rows turned out to be one paper; their search documents are removed.</summary>
    public IReadOnlyList<PaperId> FormerIds { get; init; } = [];

    /// <summary>What came of looking it up; null if it was not looked up yet, or needed no look-up.</summary>
    public LookUpResult? LookUp { get; init; }

    public const int MaxDigests = 50;

    /// <summary>What records of one work share even where their ids keep them apart: the opening of the abstract; else the id.</summary>
    public string WorkKey() => PaperKey.OfAbstract(Paper.Abstract)?.Value ?? Id.Value;
}
