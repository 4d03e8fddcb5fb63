using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>Section <c>Operator</c>: who may open the operator's page with a login instead of a key.</summary>
public sealed class OperatorOptions
{
    /// <summary>Entra object ids, separated by commas; empty: nobody, and the addresses of this way in are not there.</summary>
    [RegularExpression(
        @"^(\s*[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\s*(,|$))*$",
        ErrorMessage = "Operator:Ids must be Entra object ids (GUIDs), separated by commas.")]
    public string Ids { get; set; } = "";

    /// <summary>The ids one by one, in lower case.</summary>
    public IReadOnlyList<string> ToIds() =>
        [.. Ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => id.ToLowerInvariant())];
}

[OptionsValidator]
public sealed partial class OperatorOptionsValidator : IValidateOptions<OperatorOptions>;
