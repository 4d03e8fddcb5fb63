using System.Buffers;
using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Fields;

/// <summary>Addresses in fields, told apart by where they lead.</summary>
internal static partial class Links
{
    private static readonly SearchValues<char> Foreign = SearchValues.Create(" \t\r\n\"<>");

    /// <summary>The link; null where the text is no absolute http or https address.</summary>
    public static PaperLink? Read(string? url, LinkKind? kind = null)
    {
        var text = (url ?? "").AsSpan().Trim().TrimStart('<').TrimEnd(">.,;'\"").ToString();
        var web = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return web && text.Length <= 2000 && !text.AsSpan().ContainsAny(Foreign) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? new PaperLink(kind ?? KindOf(text), text)
            : null;
    }

    private static LinkKind KindOf(string url) =>
        Pdf().IsMatch(url) ? LinkKind.Pdf
        : Arxiv().IsMatch(url) ? LinkKind.Arxiv
        : Doi().IsMatch(url) ? LinkKind.Doi
        : Code().IsMatch(url) ? LinkKind.Code
        : Data().IsMatch(url) ? LinkKind.Data
        : Project().IsMatch(url) ? LinkKind.Project
        : LinkKind.Page;

    [GeneratedRegex(@"\.pdf$|//(?:www\.|export\.)?arxiv\.org/pdf/", RegexOptions.IgnoreCase)]
    private static partial Regex Pdf();

    [GeneratedRegex(@"^https?://(?:[\w-]+\.)?arxiv\.org/", RegexOptions.IgnoreCase)]
    private static partial Regex Arxiv();

    [GeneratedRegex(@"^https?://(?:dx\.|www\.)?doi\.org/10\.", RegexOptions.IgnoreCase)]
    private static partial Regex Doi();

    [GeneratedRegex(@"^https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com|sourceforge\.net)/\S", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"^https?://(?:www\.)?(?:zenodo\.org/|figshare\.com/|kaggle\.com/datasets|huggingface\.co/datasets|datadryad\.org/|osf\.io/)", RegexOptions.IgnoreCase)]
    private static partial Regex Data();

    [GeneratedRegex(@"^https?://[\w-]+\.(?:github|gitlab)\.io/", RegexOptions.IgnoreCase)]
    private static partial Regex Project();
}
