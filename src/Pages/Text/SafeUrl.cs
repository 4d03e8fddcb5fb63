namespace PaperFunctions.Pages.Text;

/// <summary>Addresses that may become links.</summary>
public static class SafeUrl
{
    /// <summary>Longer addresses are not linked: browsers and mail clients cut them at about this length.</summary>
    public const int MaxLength = 2_048;

    /// <summary>The absolute http or https address, percent-encoded, on one line; null for anything else.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0
        && uri.AbsoluteUri is { Length: <= MaxLength } address
            ? address
            : null;
}
