using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <param name="Address">https, with the query.</param>
/// <param name="Asked">The papers that the answer is about.</param>
public sealed record CatalogueRequest(string Address, IReadOnlyList<Paper> Asked)
{
    /// <summary>JSON to post; null for a GET.</summary>
    public string? Body { get; init; }

    /// <summary>A header that holds a key, besides the usual ones; its value is empty where no key is set.</summary>
    public (string Name, string Value) KeyHeader { get; init; } = ("", "");
}
