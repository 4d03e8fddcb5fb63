using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperFunctions.Kills;

/// <summary>The mail that was taken, from the files that hold it: they can be read while nothing runs.</summary>
internal sealed partial class Mailbox(string folder)
{
    private readonly Dictionary<string, KeptMail> _mails = [];

    /// <summary>All mails, oldest first.</summary>
    public IReadOnlyList<KeptMail> Read()
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
        {
            if (!_mails.ContainsKey(file) && Parse(file) is { } mail)
            {
                _mails[file] = mail;
            }
        }

        return [.. _mails.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Value)];
    }

    /// <returns>Null while the file is being written.</returns>
    private static KeptMail? Parse(string file)
    {
        try
        {
            var mail = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            var arguments = mail.GetProperty("customArgs");
            return new KeptMail(
                mail.GetProperty("to").GetString()!, mail.GetProperty("receivedAt").GetDateTimeOffset(),
                arguments.TryGetProperty("edition", out var edition) ? edition.GetString() : null,
                mail.GetProperty("html").GetString()!.Replace("&amp;", "&", StringComparison.Ordinal),
                mail.GetProperty("headers").TryGetProperty("List-Unsubscribe", out var leave) ? leave.GetString() : null);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    /// <param name="At">By the machine's own clock.</param>
    /// <param name="Edition">The edition's key; null for other mails.</param>
    internal sealed partial record KeptMail(string To, DateTimeOffset At, string? Edition, string Html, string? Leave)
    {
        /// <summary>The tokens of the links to a page, in their order.</summary>
        public IReadOnlyList<string> Tokens(string page) =>
            [.. Link().Matches(Html).Where(m => m.Groups["page"].Value == page).Select(m => m.Groups["token"].Value)];

        public string? OneClick => Leave is null ? null : Address().Match(Leave).Groups["url"].Value;

        [GeneratedRegex(@"https?://[^/""]+(?<page>/[a-z-]+)\?t=(?<token>[A-Za-z0-9_.-]+)", RegexOptions.NonBacktracking)]
        private static partial Regex Link();

        [GeneratedRegex("<(?<url>https?://[^>]+)>", RegexOptions.NonBacktracking)]
        private static partial Regex Address();
    }
}
