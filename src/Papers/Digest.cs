using System.Security.Cryptography;
using System.Text;

namespace PaperFunctions.Papers;

/// <summary>An uploaded listing of papers: its identity, its content and what became of it.</summary>
public sealed record Digest
{
    /// <summary>32 lower-case hex digits, from the blob name; see <see cref="IdOf"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The blob's name, as it was uploaded.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the content, 64 lower-case hex digits; says whether there is work to do.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>The format that an operator has settled, or null.</summary>
    public string? FormatOverride { get; init; }

    public DigestState State { get; init; }

    public Receipt Receipt { get; init; } = new();

    /// <summary>Papers that this digest brought first.</summary>
    public int NewPapers { get; init; }

    /// <summary>Documents that the search service refused for good.</summary>
    public int RejectedDocuments { get; init; }

    /// <summary>When a blob of this name first came in; the archive is in its order.</summary>
    public DateTimeOffset FirstUploadedAt { get; init; }

    /// <summary>When the content that is stored now was uploaded.</summary>
    public DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? StoredAt { get; init; }

    public DateTimeOffset? IndexedAt { get; init; }

    /// <summary>How far reading has come, while the state is <see cref="DigestState.Reading"/>.</summary>
    public ReadingProgress? Progress { get; init; }

    /// <summary>When an operator asked for it to be read again; null once that has begun.</summary>
    public DateTimeOffset? AgainAskedAt { get; init; }

    /// <summary>What an operator decided about this content read as this format; accepted as well where its papers were stored before.
    /// Null where nobody was asked, or nobody has answered.</summary>
    public ReviewDecision? Review { get; init; }

    /// <summary>Names the list of entries of exactly this content, so that a subscriber sees the old list or the new one, never a
    /// mixture.</summary>
    public string ListId => $"{Id}-{ContentHash[..Math.Min(12, ContentHash.Length)]}";

    /// <summary>The list of the content that this one replaces, until this one is read and that list is removed; null where there is
    /// none.</summary>
    public string? PreviousListId { get; init; }

    /// <summary>Lists of content that this one replaced and whose papers may not be in the search index yet; they are pushed with this
    /// content's, and removed then.</summary>
    public IReadOnlyList<string> FormerLists
    {
        get => field ?? []; // rows of earlier releases have none
        init;
    }

    /// <summary>True where papers wait for the search index.</summary>
    public bool AwaitsIndex => (HasPapers && IndexedAt is null) || FormerLists.Count > 0;

    /// <summary>The list to show now: while new content is being read, that of the content before.</summary>
    public string ShownListId => State == DigestState.Reading && PreviousListId is not null ? PreviousListId : ListId;

    /// <summary>True once the content was dealt with, whatever came of it.</summary>
    public bool IsSettled => State != DigestState.Reading && !IsAccepted;

    /// <summary>Names exactly what an operator was shown, so that a decision is never taken for content that came in since.</summary>
    public string SeenAs => $"{ListId}-{StoredAt?.UtcTicks:x}";

    /// <summary>An operator has accepted the entries, and they are not stored yet.</summary>
    public bool IsAccepted => State == DigestState.NeedsReview && Review == ReviewDecision.Accepted;

    /// <summary>True where papers of it are in the tables.</summary>
    public bool HasPapers => State is DigestState.Stored or DigestState.Indexed or DigestState.Partial;

    /// <summary>The id of the digest with this blob name.</summary>
    public static string IdOf(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
