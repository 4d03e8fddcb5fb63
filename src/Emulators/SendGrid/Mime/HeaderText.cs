using System.Text;
using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid.Mime;

/// <summary>Header fields: RFC 2047 words where text is not ASCII, RFC 5322 folding.</summary>
internal static class HeaderText
{
    /// <summary>Lines should not be longer (RFC 5322, 2.1.1).</summary>
    private const int LineLength = 78;

    /// <summary>Of text in one encoded word: 52 characters of Base64, so that word and field name fit in a line (RFC 2047, 2).</summary>
    private const int WordBytes = 39;

    /// <summary>Free text, such as a subject.</summary>
    public static string Text(string value) => NeedsEncoding(value) ? Encode(value) : value;

    /// <summary>An address with its name.</summary>
    public static string Address(MailAddress address)
    {
        if (string.IsNullOrEmpty(address.Name))
        {
            return address.Email;
        }

        var name = NeedsEncoding(address.Name) ? Encode(address.Name)
            : address.Name.All(IsAtomText) ? address.Name
            : $"\"{address.Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return $"{name} <{address.Email}>";
    }

    /// <summary>The whole field with its line end, cut at spaces into lines.</summary>
    public static string Field(string name, string value)
    {
        var line = new StringBuilder(name).Append(':');
        var length = line.Length;
        foreach (var word in value.Split(' '))
        {
            if (length + 1 + word.Length > LineLength && length > name.Length + 1)
            {
                line.Append("\r\n");
                length = 0;
            }

            line.Append(' ').Append(word);
            length += 1 + word.Length;
        }

        return line.Append("\r\n").ToString();
    }

    private static bool NeedsEncoding(string value) =>
        value.Any(c => c is < ' ' or > '~') || value.Contains("=?", StringComparison.Ordinal);

    private static bool IsAtomText(char c) => char.IsAsciiLetterOrDigit(c) || " !#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    private static string Encode(string value)
    {
        var words = new List<string>();
        var chunk = new List<byte>();
        foreach (var rune in value.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (chunk.Count + bytes.Length > WordBytes)
            {
                words.Add(Word(chunk)); // Never inside a character.
                chunk.Clear();
            }

            chunk.AddRange(bytes);
        }

        words.Add(Word(chunk));
        return string.Join(' ', words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
