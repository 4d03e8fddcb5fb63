namespace PaperFunctions.Local.Mail;

/// <summary>What the mail capture needs to run.</summary>
public sealed class MailCaptureOptions
{
    /// <summary>Holds one .eml and one .json file for each message and recipient; made if missing, kept across restarts.</summary>
    public required string Folder { get; init; }

    /// <summary>The API key that must come as <c>Authorization: Bearer</c>.</summary>
    public string ApiKey { get; init; } = "local-mail-key";

    /// <summary>Events of accepted mail go here, signed; null: nowhere.</summary>
    public MailEventOptions? Events { get; init; }

    /// <summary>Gives the time of receipt.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>Where SendGrid-style events are posted, and the key that signs them.</summary>
public sealed class MailEventOptions
{
    /// <summary>Address of the webhook.</summary>
    public required Uri Target { get; init; }

    /// <summary>ECDSA P-256 private key, PKCS#8 in Base64. Its public half is what SendGrid calls the verification key.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>True: a <c>processed</c> and a <c>delivered</c> event follow each accepted message by themselves.</summary>
    public bool Automatic { get; init; }
}
