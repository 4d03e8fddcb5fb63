using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Lines of plain text to papers: labels and numbers begin one; without them a short line
/// before authors or a long text does.</summary>
internal sealed partial class TextPapers(TextDrafts list)
{
    public const int ShortestAbstract = 150;

    private const int LongestTitle = 300;

    private (string Text, int Line) _held;
    private bool _labelled;
    private bool _numbered;
    private bool _blankBefore = true;

    public int Count => list.Count;

    /// <summary>A line that may be a title: not too long, no sentence, no names, no address.</summary>
    public static bool IsTitle(string line) =>
        line.Length is >= 4 and <= LongestTitle && line[^1] is not ('.' or ',' or ';' or ':') && char.IsLetterOrDigit(line[0]) &&
        !line.Contains("://", StringComparison.Ordinal) && !MailHeader().IsMatch(line) && !AuthorLine.LooksLike(line);

    /// <summary>Whether lines have labels, or authors and abstracts below titles.</summary>
    public static bool Fits(IEnumerable<string> lines) =>
        lines.Any(line => FieldLabel.Of(line) is { Name: "title" or "abstract" } || line.Length >= ShortestAbstract
            || AuthorLine.LooksLike(line));

    public IEnumerable<Entry> Add(string line, int number)
    {
        if (line.Length == 0)
        {
            list.Blank();
            _blankBefore = true;
            return [];
        }

        if (ListFooter.Is(line))
        {
            (_held, _blankBefore) = (default, false);
            list.Current?.Close();
            return [];
        }

        var entry = Place(line, number);
        _blankBefore = false;
        return entry is null ? [] : [entry];
    }

    public IEnumerable<Entry> End() => list.End() is { } last ? [last] : [];

    private Entry? Place(string line, int number)
    {
        if (FieldLabel.Of(line) is { } field && (field.Name == "title" || list.Current is not null || _held.Text is not null))
        {
            _labelled |= field.Name == "title";
            var before = field.Name == "title" ? null : TakeHeld();
            return list.Field(field.Name, line[field.Value..].Trim(), number) ?? before;
        }

        if (!_labelled && ListShape.NumberedLine().Match(line) is { Success: true } match)
        {
            _numbered = true;
            _held = default;
            return list.Begin(match.Groups["text"].Value.TrimEnd('.'), number);
        }

        return _labelled || _numbered ? More(line) : Unmarked(line, number);
    }

    private Entry? More(string line)
    {
        Tell(line);
        return null;
    }

    /// <summary>Without marks a title shows by what follows it, so it is held until then.</summary>
    private Entry? Unmarked(string line, int number)
    {
        var describes = AuthorLine.LooksLike(line) || line.Length >= ShortestAbstract;
        if (_held.Text is not null && describes)
        {
            var before = TakeHeld();
            Tell(line);
            return before;
        }

        if (!describes && IsTitle(line) && (_blankBefore || list.Current is null))
        {
            _held = (line, number);
            return null;
        }

        _held = default;
        Tell(line);
        return null;
    }

    private Entry? TakeHeld()
    {
        if (_held.Text is not { } title)
        {
            return null;
        }

        var line = _held.Line;
        _held = default;
        return list.Begin(title, line);
    }

    private void Tell(string line)
    {
        if (line.Length < 300 && LinkFinder.Find(line) is [var link] && line.TrimEnd('.').EndsWith(link.Url, StringComparison.Ordinal)
            && line.Length < link.Url.Length + 20)
        {
            list.Current?.AddLink(link.Url, line);
            return;
        }

        list.Text(line);
    }

    /// <summary>What a forwarded mail repeats of its head.</summary>
    [GeneratedRegex(@"^(?:From|To|Cc|Date|Sent|Subject|Reply-To|Von|An|Gesendet|Betreff|De|À|Objet):\s",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MailHeader();
}
