using AngleSharp.Html.Parser.Tokens;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Text;

namespace PaperFunctions.Formats.Html;

/// <summary>Names of authors that a page marks as <c>given-name</c> and <c>surname</c>: some publishers give them nowhere else.</summary>
internal sealed class MarkedNames
{
    private const int MaxNames = 10_000;

    private const int LongestPart = 100;

    private readonly List<string> all = [];
    private string? given;
    private string? part;

    public IReadOnlyList<string> All => all;

    public void Start(HtmlTagToken tag) =>
        part = tag.GetAttribute("class") is not { Length: > 6 and < 100 } name ? null
            : name.Contains("given-name", StringComparison.Ordinal) ? "given"
            : name.Contains("surname", StringComparison.Ordinal) ? "family"
            : null;

    public void Add(string text)
    {
        if (part is null || all.Count >= MaxNames || text.Length > LongestPart || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (part == "given")
        {
            given = OneLine.Of(text);
        }
        else
        {
            all.Add(Names.Of(given, OneLine.Of(text)));
            given = null;
        }

        part = null;
    }
}
