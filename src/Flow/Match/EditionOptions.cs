using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Match;

/// <summary>Section <c>Editions</c>.</summary>
public sealed class EditionOptions
{
    /// <summary>Share of the new papers that a reader is expected to want, 0.001 to 0.999: the level of all chances. It changes no order.</summary>
    [Between(0.001, 0.999, ErrorMessage = "Editions:ExpectedShare must be between 0.001 and 0.999.")]
    public double ExpectedShare { get; set; } = CandidateSet.UsualShare;

    /// <summary>Papers with a lower chance of interest are not picked, 0 to 1. Where it is the expected share, papers must promise more than any.</summary>
    [Between(0.0, 1.0, ErrorMessage = "Editions:MinimumChance must be between 0 and 1.")]
    public double MinimumChance { get; set; } = 0.1;

    /// <summary>Days of arrivals that a first edition, or one after a long pause, looks back on.</summary>
    [Between(1, 31, ErrorMessage = "Editions:LookBackDays must be between 1 and 31.")]
    public int LookBackDays { get; set; } = 7;
}

[OptionsValidator]
public sealed partial class EditionOptionsValidator : IValidateOptions<EditionOptions>;
