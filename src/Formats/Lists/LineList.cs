using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>A list that has one paper a line: a title, an id or an address, or a title with one of these; numbered or not.</summary>
internal static class LineList
{
    /// <summary>Lines by which a list is judged.</summary>
    public const int LookedAt = 200;

    private const int LongestLine = 400;

    /// <summary>How sure it is that the lines are such a list.</summary>
    /// <param name="asked">Somebody has said that it is a list; then lines of words are titles.</param>
    public static double Fits(IEnumerable<string> lines, bool asked = false)
    {
        var shape = new Shape();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0).Take(LookedAt))
        {
            shape.Look(line);
        }

        return shape.Score(asked);
    }

    /// <summary>Whether ids and addresses on lines of their own belong to the titles above them: more
    /// than half of the titles have one.</summary>
    public static bool HasPairs(IEnumerable<string> lines)
    {
        var (titles, pairs, afterTitle) = (0, 0, false);
        foreach (var line in lines.Where(line => line.Any(char.IsLetterOrDigit)))
        {
            var isTitle = OnlyReference(PlainLine.Of(WithoutMark(line), 0)) is null;
            titles += isTitle ? 1 : 0;
            pairs += afterTitle && !isTitle ? 1 : 0;
            afterTitle = isTitle;
        }

        return pairs * 2 > titles;
    }

    /// <summary>The paper of a line; null where it is a heading or says nothing.</summary>
    /// <param name="above">The paper above, to which an address alone may belong; null for none.</param>
    public static ListDraft? Read(string text, int number, ListDraft? above, DateTimeOffset uploadedAt)
    {
        if (!text.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        var line = PlainLine.Of(WithoutMark(text), number);
        var lead = OnlyReference(line) ?? LeadReader.Read(line) ?? Whole(line);
        if (lead is null || (lead.Kind != LeadKind.Bare && text.EndsWith(':')))
        {
            return null;
        }

        if (lead.Kind == LeadKind.Bare && above is { HasIds: false, TitleIsId: false })
        {
            new ListDetails(uploadedAt).Begin(above, line, lead);
            return null;
        }

        var draft = new ListDraft(lead.Title, number) { TitleIsId = lead.Kind == LeadKind.Bare, Origin = LineKind.Item };
        new ListDetails(uploadedAt).Begin(draft, line, lead);
        return draft;
    }

    /// <summary>An id or an address and nothing else.</summary>
    private static Lead? OnlyReference(MarkdownLine line)
    {
        var text = line.Text.Trim().TrimEnd('.', ',', ';');
        var id = text.Any(char.IsWhiteSpace) && !text.StartsWith("arxiv", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("doi", StringComparison.OrdinalIgnoreCase) ? null : KnownId.Of(text);
        return id is not null ? new(LeadKind.Bare, id, null, 0, line.Text.Length)
            : line.Links is [var link] && link.Start == 0 && link.End >= text.Length && link.Sign >= LinkSign.Web
            ? new(LeadKind.Bare, link.Url, link.Url, 0, line.Text.Length)
            : null;
    }

    private static Lead? Whole(MarkdownLine line)
    {
        var end = line.Links.Length > 0 ? line.Links[0].Start : line.Text.Length;
        var title = line.Text[..end].Trim(' ', '.', ',', ';', ':', '-', '–', '—', '(', '[', '"', '“', '”');
        return TitleWords.IsTitle(title, 2) ? new(LeadKind.Plain, title, null, 0, end) : null;
    }

    /// <summary>Without a bullet, or a number that is no id.</summary>
    private static string WithoutMark(string text)
    {
        text = text.TrimStart('-', '*', '•', '+', ' ', '\t');
        return ListShape.NumberedLine().Match(text) is { Success: true } match ? match.Groups["text"].Value : text;
    }

    private sealed class Shape
    {
        private int _lines;
        private int _references;
        private int _titles;
        private int _strict;
        private int _other;

        public void Look(string line)
        {
            _lines++;
            var text = WithoutMark(line);
            var plain = PlainLine.Of(text, 0);
            var isReference = text.Length <= LongestLine
                && (plain.Links.Any(link => link.Sign == LinkSign.Paper) || OnlyReference(plain) is not null
                    || (text.Contains("arxiv", StringComparison.OrdinalIgnoreCase) && ArxivIds.Find(text) is not null));
            var words = TitleWords.Count(text);
            var isTitle = !isReference && text.Length <= 250 && words >= 3 && text[^1] is not ('.' or ':' or ';' or ',' or '!')
                && !text.Contains("](", StringComparison.Ordinal) && FieldLabel.Of(text) is null && !AuthorLine.LooksLike(text);
            _references += isReference ? 1 : 0;
            _titles += isTitle ? 1 : 0;
            _strict += isTitle && words is >= 4 and <= 30 && text.Length >= 20 && IsCapitalised(text) ? 1 : 0;
            _other += line[0] is '#' or '|' or '>' or '<' or '{' or '[' or '@' or '\\' || text.StartsWith("**", StringComparison.Ordinal)
                || text.Contains("](", StringComparison.Ordinal) || text.Length > LongestLine
                || FieldLabel.Of(text) is not null || AuthorLine.LooksLike(text) ? 1 : 0;
        }

        public double Score(bool asked) =>
            _lines == 0 ? 0
            : _references * 100 >= _lines * 45 && (_references + _titles) * 100 >= _lines * 75 && _other * 100 <= _lines * 15 ? 0.85
            : asked ? (_titles + _references) * 100 >= _lines * 70 ? 0.6 : 0
            : _lines >= 3 && _strict * 100 >= _lines * 80 && _other == 0 ? 0.6 : 0;

        /// <summary>Most longer words begin with a capital, or a colon parts the title.</summary>
        private static bool IsCapitalised(string text)
        {
            var words = text.Split(' ').Where(word => word.Length > 3 && char.IsLetter(word[0])).ToList();
            return words.Count > 0 && char.IsLetterOrDigit(text[0]) && !char.IsLower(text[0])
                && (words.Count(word => char.IsUpper(word[0])) * 2 >= words.Count || text.Contains(": ", StringComparison.Ordinal));
        }
    }
}
