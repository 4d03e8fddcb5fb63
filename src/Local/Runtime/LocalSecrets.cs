using System.Security.Cryptography;
using System.Text.Json;
using PaperFunctions.Emulators.SendGrid;

namespace PaperFunctions.Local.Runtime;

/// <summary>Keys of one data folder: made once, so that links in old mail go on working.</summary>
/// <param name="EventPrivateKey">Signs the events that the mail capture posts; PKCS#8, Base64.</param>
/// <param name="EventPublicKey">Its public half; SPKI, Base64.</param>
public sealed record LocalSecrets(string SigningKey, string AddressKey, string FunctionKey, string EventPrivateKey, string EventPublicKey)
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Keys that the file lacks are made; those that it has stay.</summary>
    public static LocalSecrets ReadOrMake(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "secrets.json");
        var kept = Read(file);
        var (eventPrivate, eventPublic) = kept is { EventPrivateKey: { } old, EventPublicKey: { } half }
            ? (old, half) : MailEvents.NewKeys();
        var secrets = new LocalSecrets(
            kept?.SigningKey ?? NewKey(), kept?.AddressKey ?? NewKey(), kept?.FunctionKey
                ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            eventPrivate, eventPublic);
        if (File.Exists(file) && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, Owner);
        }

        // Made so, and not made readable first.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(JsonSerializer.Serialize(secrets));
        return secrets;
    }

    private static Kept? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<Kept>(File.ReadAllText(file)) : null;
        }
        catch (JsonException e)
        {
            throw new LocalStartException(
                $"{file} is damaged: mend it, or delete it to have new keys made (links in old mail stop working).", e);
        }
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private sealed record Kept(
        string? SigningKey, string? AddressKey, string? FunctionKey, string? EventPrivateKey, string? EventPublicKey);
}
