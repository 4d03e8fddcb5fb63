namespace PaperFunctions.Emulators.SendGrid;

/// <summary>What the mail capture needs to run.</summary>
public sealed class MailCaptureOptions
{
    /// <summary>Holds one .eml and one .json file for each message and recipient; made if missing, kept across restarts.</summary>
    public required string Folder { get; init; }

    /// <summary>The API key that must come as <c>Authorization: Bearer</c>.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Where signed events about accepted mail go; null: nowhere.</summary>
    public MailEventOptions? Events { get; init; }
}

/// <summary>Where SendGrid-style events are posted, and the key that signs them.</summary>
public sealed class MailEventOptions
{
    /// <summary>Address of the webhook.</summary>
    public required Uri Target { get; init; }

    /// <summary>ECDSA P-256 private key, PKCS#8 in Base64. Its public half is what SendGrid calls the verification key.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>Whether a <c>processed</c> and a <c>delivered</c> event follow each accepted message by themselves.</summary>
    public bool Automatic { get; init; }
}
