using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using PaperFunctions.Formats.Shared.Text;

namespace PaperFunctions.Formats.Html;

/// <summary>One row of a table in a page.</summary>
/// <param name="Line">Where it starts, from 1.</param>
internal sealed record HtmlRow(int Line, IReadOnlyList<HtmlCell> Cells);

/// <param name="Href">Its first link; null without one.</param>
internal sealed record HtmlCell(string Text, string? Href);

/// <summary>The rows of the first table of a page that has any cells, from tokens: no tree is built.</summary>
internal static class HtmlRows
{
    private const int MaxCells = 200;

    public static IEnumerable<HtmlRow> Read(string page)
    {
        using var tokens = new HtmlTokenizer(new TextSource(page), HtmlEntityProvider.Resolver) { SkipComments = true };
        var (cells, text, href, within, line) = (new List<HtmlCell>(), new StringBuilder(), (string?)null, false, 1);
        while (tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            var isTag = token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag;
            if (within && isTag && token.Name is "td" or "th" or "tr" or "table" or "tbody" or "thead")
            {
                cells.Add(new(OneLine.Of(text.ToString()).Trim(), href));
                (within, href) = (false, null);
                text.Clear();
            }

            if (isTag && token.Name is "tr" or "table" && cells.Count > 0)
            {
                yield return new(line, cells);
                cells = [];
                if (token is { Name: "table", Type: HtmlTokenType.EndTag })
                {
                    yield break;
                }
            }

            line = token is { Type: HtmlTokenType.StartTag, Name: "tr" } ? token.Position.Line : line;
            within = within || (token.Type == HtmlTokenType.StartTag && token.Name is "td" or "th" && cells.Count < MaxCells);
            href = within && href is null && token is { Type: HtmlTokenType.StartTag, Name: "a" }
                ? token.AsTag().GetAttribute("href")
                : href;
            text.Append(within && token.Type == HtmlTokenType.Character ? token.Data : within && token.Name == "br" ? " " : "");
        }

        if (cells.Count > 0)
        {
            yield return new(line, cells);
        }
    }
}
