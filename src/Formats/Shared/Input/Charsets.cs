using System.Text;

namespace PaperFunctions.Formats.Shared.Input;

/// <summary>Encodings by the names that mails use.</summary>
internal static class Charsets
{
    /// <summary>The encoding; UTF-8 where the name is missing or unknown.</summary>
    public static Encoding Find(string? name, out bool known)
    {
        known = true;
        try
        {
            name = name?.Trim().Trim('"', '\'');
            return string.IsNullOrEmpty(name) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            known = false;
            return Encoding.UTF8;
        }
    }
}
