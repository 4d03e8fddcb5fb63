#nullable disable // as the package has it
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Where a client sends to, and as whom.</summary>
public class BaseClientOptions
{
    /// <summary>The base address, without the version.</summary>
    public string Host { get; set; }

    public AuthenticationHeaderValue Auth { get; set; }
}
