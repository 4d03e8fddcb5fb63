using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Settings;

namespace PaperFunctions.Flow.Editions.Match;

/// <summary>Section <c>Editions</c>.</summary>
public sealed class EditionOptions
{
    /// <summary>Papers are mailed from this chance on that the reader would say "I asked for this", 0 to 1: higher means fewer papers, more
    /// of them right.</summary>
    [Between(0.0, 1.0, ErrorMessage = "Editions:MinimumChance must be between 0 and 1.")]
    public double MinimumChance { get; set; } = 0.2;

    /// <summary>Days of arrivals that a first edition, or one after a long pause, looks back on.</summary>
    [Between(1, 31, ErrorMessage = "Editions:LookBackDays must be between 1 and 31.")]
    public int LookBackDays { get; set; } = 7;
}

[OptionsValidator]
public sealed partial class EditionOptionsValidator : IValidateOptions<EditionOptions>;
