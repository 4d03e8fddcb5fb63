using System.Net;

namespace PaperFunctions.Formats.Shared.Xml;

/// <summary>References to characters: those of XML stay, those of HTML become what they stand for, a loose ampersand is escaped.</summary>
internal static class XmlReference
{
    /// <summary>"&amp;#x0010FFFF;" and the names of HTML fit.</summary>
    public const int MaxLength = 32;

    /// <summary>How much of the text, which starts with an ampersand, is read, and what to write for it.</summary>
    public static (int Length, string Written) Read(ReadOnlySpan<char> text)
    {
        var stop = text[..Math.Min(text.Length, MaxLength)].IndexOf(';');
        var name = stop > 1 ? text[1..stop] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            return (stop + 1, text[..(stop + 1)].ToString());
        }

        var decoded = name.IsEmpty ? "" : WebUtility.HtmlDecode(text[..(stop + 1)].ToString());
        return decoded.Length is 1 or 2 ? (stop + 1, IsLegal(decoded) ? Escape(decoded) : " ") : (1, "&amp;");
    }

    private static bool IsLegal(string decoded) =>
        decoded[0] is '\t' or '\n' or '\r' or >= ' ' and < '\ufffe' && !(decoded.Length == 1 && char.IsSurrogate(decoded[0]));

    private static string Escape(string decoded) => decoded switch
    {
        "<" => "&lt;",
        "&" => "&amp;",
        ">" => "&gt;",
        "\"" => "&quot;",
        "'" => "&apos;",
        "\n" or "\r" => " ",
        _ => decoded,
    };
}
