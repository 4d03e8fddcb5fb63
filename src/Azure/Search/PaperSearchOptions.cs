using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PaperFunctions.Azure.Search;

/// <summary>Section <c>Search</c>.</summary>
public sealed class PaperSearchOptions
{
    /// <summary>Address of the search service, https.</summary>
    [Required(ErrorMessage = "Search:Endpoint is missing: set Search__Endpoint to the address of the search service, such as "
        + "https://name.search.windows.net.")]
    [RegularExpression("^https://[^/\\s]+.*$", ErrorMessage = "Search:Endpoint must be an absolute https address.")]
    public string Endpoint { get; set; } = "";

    [RegularExpression(
        "^[a-z][a-z0-9-]{1,126}[a-z0-9]$",
        ErrorMessage = "Search:IndexName must be 3 to 128 lower-case letters, digits and dashes, starting with a letter.")]
    public string IndexName { get; set; } = "papers";

    /// <summary>An admin key; empty to use the app's identity, as in Azure.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether the index gets a semantic configuration; not every tier has semantic ranking.</summary>
    public bool Semantic { get; set; }
}

[OptionsValidator]
public sealed partial class PaperSearchOptionsValidator : IValidateOptions<PaperSearchOptions>;
