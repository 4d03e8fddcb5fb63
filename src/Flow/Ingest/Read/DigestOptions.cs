using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Settings;

namespace PaperFunctions.Flow.Ingest.Read;

/// <summary>Section <c>Digests</c>.</summary>
public sealed class DigestOptions
{
    /// <summary>Larger files are refused, in bytes; 256 MiB unless set. A function has minutes, not hours, for one file.</summary>
    [Between(1, long.MaxValue, ErrorMessage = "Digests:MaxBytes must be at least 1 byte.")]
    public long MaxBytes { get; set; } = 256L << 20;
}

[OptionsValidator]
public sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
