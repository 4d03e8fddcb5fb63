using AngleSharp.Html.Parser.Tokens;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Text;

namespace PaperFunctions.Formats.Html;

/// <summary>Names of authors that a page marks as <c>given-name</c> and <c>surname</c>: some publishers give them nowhere else.</summary>
internal sealed class MarkedNames
{
    private const int MaxNames = 10_000;

    private const int LongestPart = 100;

    private readonly List<string> _all = [];
    private string? _given;
    private string? _part;

    public IReadOnlyList<string> All => _all;

    public void Start(HtmlTagToken tag) =>
        _part = tag.GetAttribute("class") is not { Length: > 6 and < 100 } name ? null
            : name.Contains("given-name", StringComparison.Ordinal) ? "given"
            : name.Contains("surname", StringComparison.Ordinal) ? "family"
            : null;

    public void Add(string text)
    {
        if (_part is null || _all.Count >= MaxNames || text.Length > LongestPart || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (_part == "given")
        {
            _given = OneLine.Of(text);
        }
        else
        {
            _all.Add(Names.Of(_given, OneLine.Of(text)));
            _given = null;
        }

        _part = null;
    }
}
