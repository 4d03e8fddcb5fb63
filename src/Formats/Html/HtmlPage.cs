using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>A page's bytes as text: in UTF-8, else in what it says, else in Windows-1252.</summary>
internal static partial class HtmlPage
{
    /// <summary>A trending page has half a megabyte, a long listing a few.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>What is said of a page that is larger.</summary>
    public static Problem TooLarge { get; } = new(1,
        $"The page is larger than {MaxBytes >> 20} MiB; save it without its pictures, or as text.");

    /// <summary>The text; null where the page is larger than <see cref="MaxBytes"/>.</summary>
    public static async Task<string?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        if (await BoundedBytes.ReadAsync(content, MaxBytes, cancellationToken) is not { } bytes)
        {
            return null;
        }

        if (Utf8.IsValid(bytes.Span))
        {
            return Encoding.UTF8.GetString(bytes.Span);
        }

        var declared = Charset().Match(Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, 4096)])).Groups["name"].Value;
        var encoding = Charsets.Find(declared is "" or "utf-8" or "UTF-8" ? "windows-1252" : declared, out _);
        return encoding.GetString(bytes.Span);
    }

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("""<meta[^>]{0,200}charset\s*=\s*["']?(?<name>[A-Za-z0-9_-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Charset();
}
