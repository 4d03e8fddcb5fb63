using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.Sources;

/// <summary>Section <c>Sources</c>.</summary>
public sealed class SourceOptions
{
    /// <summary>What is fetched, and when; see <see cref="SourceList"/>. Empty for nothing.</summary>
    [SourceListSetting]
    public string List { get; set; } = "";
}

/// <summary>Checks a list of sources as it will be read.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SourceListSettingAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        try
        {
            SourceList.Parse((string?)value ?? "");
            return ValidationResult.Success;
        }
        catch (FormatException e)
        {
            return new ValidationResult($"Sources:List is wrong: {e.Message}");
        }
    }
}

[OptionsValidator]
public sealed partial class SourceOptionsValidator : IValidateOptions<SourceOptions>;
