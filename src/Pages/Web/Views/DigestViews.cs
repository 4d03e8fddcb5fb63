using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

/// <summary>A digest as one row of the archive.</summary>
public sealed record DigestItemView
{
    public required string Id { get; init; }

    /// <summary>The blob's name.</summary>
    public required string Name { get; init; }

    public required DigestState State { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required Receipt Receipt { get; init; }

    /// <summary>Names what is shown here of it, for a decision; see <see cref="Digest.SeenAs"/>.</summary>
    public string SeenAs { get; init; } = "";

    /// <summary>Papers that it brought first.</summary>
    public int NewPapers { get; init; }

    /// <summary>An operator has asked for it to be read again, and that has not begun.</summary>
    public bool WaitsAgain { get; init; }
}

/// <param name="Next">Where older ones are; null on the last page.</param>
/// <param name="IsFirst">The newest ones are on this page.</param>
public sealed record DigestListView(PageFrame Frame, IReadOnlyList<DigestItemView> Digests, string? Next, bool IsFirst = true);

/// <param name="Papers">The papers of this page, in the order of the digest.</param>
/// <param name="Page">From 1.</param>
public sealed record DigestPageView(PageFrame Frame, DigestItemView Digest, IReadOnlyList<PaperCardView> Papers, int Page, int Pages);
