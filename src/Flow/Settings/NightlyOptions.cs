using Microsoft.Extensions.Options;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Settings;

/// <summary>Section <c>Nightly</c>.</summary>
public sealed class NightlyOptions
{
    /// <summary>Days that arrivals are kept: candidates for editions, text for the ranker's statistics. The papers themselves
    /// stay.</summary>
    [Between(31, 3650, ErrorMessage = "Nightly:ArrivalDays must be between 31 and 3650.")]
    public int ArrivalDays { get; set; } = 400;

    /// <summary>Days after which a sign-up that nobody has confirmed is removed.</summary>
    [Between(1, 365, ErrorMessage = "Nightly:PendingDays must be between 1 and 365.")]
    public int PendingDays { get; set; } = 7;

    /// <summary>Days that is kept what mail came back, and what the server said.</summary>
    [Between(1, 3650, ErrorMessage = "Nightly:MailEventDays must be between 1 and 3650.")]
    public int MailEventDays { get; set; } = 90;

    /// <summary>Days that is kept which papers a subscriber was sent; longer than any edition looks back.</summary>
    [Between(62, 3650, ErrorMessage = "Nightly:DeliveryDays must be between 62 and 3650.")]
    public int DeliveryDays { get; set; } = 365;

    /// <summary>The newest papers that the ranker's statistics are built from.</summary>
    [Between(1, CorpusModel.MaxPapers, ErrorMessage = "Nightly:ModelPapers must be between 1 and 50,000.")]
    public int ModelPapers { get; set; } = CorpusModel.MaxPapers;
}

[OptionsValidator]
public sealed partial class NightlyOptionsValidator : IValidateOptions<NightlyOptions>;
