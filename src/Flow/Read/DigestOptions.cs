using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.Read;

/// <summary>Section <c>Digests</c>.</summary>
public sealed class DigestOptions
{
    /// <summary>Larger files are refused, in bytes; 256 MiB unless set. A function has minutes, not hours, for one file.</summary>
    [Range(1L, long.MaxValue, ErrorMessage = "Digests:MaxBytes must be at least 1 byte.")]
    public long MaxBytes { get; set; } = 256L << 20;
}

[OptionsValidator]
public sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
