using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.LookUp;

/// <summary>Section <c>LookUp</c>: where papers without an id are looked up by their title.</summary>
public sealed class LookUpOptions
{
    /// <summary>Some of <c>arxiv</c>, <c>crossref</c>, <c>openalex</c>, <c>semantic-scholar</c>, in the
    /// order in which they are asked; empty for none.</summary>
    [RegularExpression("^((arxiv|crossref|openalex|semantic-scholar)(, ?|$))*$",
        ErrorMessage = "LookUp:Services must be some of arxiv, crossref, openalex and semantic-scholar, with commas between them, or "
            + "empty.")]
    public string Services { get; set; } = "arxiv";

    /// <summary><see cref="Services"/> one by one, each once.</summary>
    public IEnumerable<string> Names() =>
        Services.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();

    /// <summary>An address that the services may write to if something is wrong; Crossref answers faster to those who give one.</summary>
    [RegularExpression(@"^([^@\s""]+@[^@\s""]+)?$", ErrorMessage = "LookUp:Contact must be a mail address, or empty.")]
    public string Contact { get; set; } = "";

    /// <summary>Key of OpenAlex's API, which allows ten times as many searches a day; empty for none.</summary>
    public string OpenAlexKey { get; set; } = "";

    /// <summary>Key of Semantic Scholar's API, with a limit of its own instead of the one that all without a key share; empty for
    /// none.</summary>
    public string SemanticScholarKey { get; set; } = "";
}

[OptionsValidator]
public sealed partial class LookUpOptionsValidator : IValidateOptions<LookUpOptions>;
