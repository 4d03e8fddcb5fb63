using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Mail;

/// <summary>Header text beyond ASCII (RFC 2047): <c>=?utf-8?Q?Caf=C3=A9?=</c>.</summary>
internal static partial class EncodedWords
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Decode(string? text) => text is null || !text.Contains("=?", StringComparison.Ordinal)
        ? text
        : Word().Replace(Between().Replace(text, "?==?"), DecodeOne);

    private static string DecodeOne(Match word)
    {
        var bytes = Encoding.ASCII.GetBytes(word.Groups["text"].Value);
        var decoded = word.Groups["coding"].Value is "B" or "b"
            ? TransferCoding.Base64(bytes)
            : TransferCoding.QuotedPrintable(Encoding.ASCII.GetBytes(word.Groups["text"].Value.Replace('_', ' ')));
        return Charsets.Find(word.Groups["charset"].Value, out _).GetString(decoded.Span);
    }

    /// <summary>White space between two words is no content.</summary>
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"=\?(?<charset>[A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]{1,20})?\?(?<coding>[QqBb])\?(?<text>[^?\s]{0,400})\?=",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
