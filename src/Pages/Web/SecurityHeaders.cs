namespace PaperFunctions.Pages.Web;

/// <summary>Headers that every page is sent with.</summary>
public static class SecurityHeaders
{
    /// <summary>Pages load their own style sheet and script, send forms to their own host, and nothing else.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Page { get; } =
    [
        new("Content-Security-Policy", Policy("style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'")),
        .. Common,
    ];

    /// <summary>For a mail shown in the browser: its styles stand inline, and it may do nothing.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> MailPreview { get; } =
    [
        new("Content-Security-Policy", Policy("style-src 'unsafe-inline'; form-action 'none'; sandbox allow-popups")),
        .. Common,
    ];

    /// <summary>For pages behind a token or a login: kept by nobody on the way.</summary>
    public const string PrivateCaching = "no-store";

    // Tokens are in addresses: no-referrer keeps them out of Referer, of our own host too.
    private static IEnumerable<KeyValuePair<string, string>> Common =>
    [
        new("Referrer-Policy", "no-referrer"),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        new("Strict-Transport-Security", "max-age=31536000"),
    ];

    private static string Policy(string allowed) =>
        $"default-src 'none'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; {allowed}";
}
