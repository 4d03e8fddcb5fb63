using System.Text;
using System.Text.RegularExpressions;

namespace PaperFunctions.LocalTests.Emulators.SendGrid;

/// <summary>A small independent reader of MIME text, for checking what the capture writes.</summary>
public sealed partial class ParsedMail
{
    private readonly List<(string Name, string Value)> _headers = [];

    public string Body { get; private set; } = "";

    public List<ParsedMail> Parts { get; } = [];

    public string Header(string name) =>
        _headers.Single(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    public static ParsedMail Parse(string text)
    {
        var mail = new ParsedMail();
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        foreach (var line in Folded().Replace(text[..end], " ").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            mail._headers.Add((line[..colon], Decode(line[(colon + 1)..].Trim())));
        }

        mail.ReadBody(text[(end + 4)..]);
        return mail;
    }

    private void ReadBody(string body)
    {
        var type = Header("Content-Type");
        if (Boundary().Match(type) is { Success: true } boundary)
        {
            var parts = ("\r\n" + body).Split("\r\n--" + boundary.Groups[1].Value);
            Assert.StartsWith("--", parts[^1], StringComparison.Ordinal);
            Parts.AddRange(parts[1..^1].Select(part => Parse(part[2..])));
            return;
        }

        Body = Header("Content-Transfer-Encoding") == "quoted-printable" ? QuotedPrintable(body) : body;
    }

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        text = text.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Decode(string value)
    {
        var joined = BetweenWords().Replace(value, "$1");
        var decoded = Word().Replace(joined, match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value)));
        return Quoted().Replace(decoded, match => match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\r\n[ \t]")]
    private static partial Regex Folded();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(=\?utf-8\?B\?[^?]*\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex("^\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Quoted();
}
