using System.Security.Cryptography;
using System.Text.Json;

namespace PaperFunctions.Local.Running;

/// <summary>Keys of one data folder: made once, so that links in old mail go on working.</summary>
public sealed record LocalSecrets(string SigningKey, string AddressKey, string FunctionKey)
{
    public static LocalSecrets ReadOrMake(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "secrets.json");
        if (File.Exists(file) && JsonSerializer.Deserialize<LocalSecrets>(File.ReadAllText(file)) is { } kept)
        {
            return kept;
        }

        var made = new LocalSecrets(NewKey(), NewKey(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        File.WriteAllText(file, JsonSerializer.Serialize(made));
        return made;
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
