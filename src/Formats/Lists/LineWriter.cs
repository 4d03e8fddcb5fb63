using System.Text;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;
using PaperFunctions.Formats.Shared.Links;

namespace PaperFunctions.Formats.Lists;

/// <summary>Writes the inline nodes of one block as lines. A break within a link or within bold text is a space.</summary>
internal sealed class LineWriter(LineKind kind, int level, int number, bool indented, List<MarkdownLine> lines)
{
    /// <summary>Nodes within nodes that are still followed; nobody writes as many.</summary>
    private const int Deepest = 60;

    private readonly StringBuilder _text = new();
    private readonly List<Stretch> _stretches = [];
    private readonly int _firstLine = lines.Count;
    private int _number = number;
    private int _started = number;
    private int _links;
    private Stretch _marks;
    private int _depth;

    public void Write(ContainerInline? inlines)
    {
        Children(inlines);
        End();
    }

    private void Children(ContainerInline? parent)
    {
        if (++_depth < Deepest)
        {
            for (var inline = parent?.FirstChild; inline is not null; inline = inline.NextSibling)
            {
                One(inline);
            }
        }

        _depth--;
    }

    private void One(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Literal(literal.Content);
                break;
            case CodeInline code:
                Add(code.Content, _marks with { Code = true });
                break;
            case HtmlEntityInline entity:
                Add(entity.Transcoded.ToString(), _marks);
                break;
            case LineBreakInline:
                Break();
                break;
            case AutolinkInline auto:
                Add(auto.Url, _marks with { Url = auto.Url, Link = ++_links });
                break;
            case HtmlInline html:
                Tag(html.Tag);
                break;
            case LinkInline link:
                Link(link);
                break;
            case EmphasisInline emphasis:
                Within(emphasis, emphasis.DelimiterCount > 1 ? _marks with { Bold = true } : _marks with { Italic = true });
                break;
            case ContainerInline other:
                Children(other);
                break;
        }
    }

    private void Within(ContainerInline inline, Stretch marks)
    {
        var before = _marks;
        _marks = marks;
        Children(inline);
        _marks = before;
    }

    private void Link(LinkInline link)
    {
        if (link.IsImage)
        {
            return;
        }

        var start = _text.Length;
        Within(link, _marks with { Url = link.Url ?? "", Link = ++_links });
        if (_text.Length == start)
        {
            Mark(_marks with { Start = start, End = start, Url = link.Url ?? "", Link = _links }); // a badge
        }
    }

    /// <summary>Addresses without marks are links as well.</summary>
    private void Literal(StringSlice content)
    {
        if (!content.AsSpan().Contains("://", StringComparison.Ordinal))
        {
            Add(content.AsSpan(), _marks);
            return;
        }

        var (text, from) = (content.ToString(), 0);
        for (var at = _marks.Link > 0
            ? -1
            : text.IndexOf("http", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("http", Math.Max(from, at + 4),
                StringComparison.OrdinalIgnoreCase))
        {
            if (text.AsSpan(at).StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || text.AsSpan(at).StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                var (url, end) = Address.ReadAt(text, at);
                if (url is not null)
                {
                    Add(text.AsSpan(from, at - from), _marks);
                    Add(url, _marks with { Url = url, Link = ++_links });
                    from = end;
                }
            }
        }

        Add(text.AsSpan(from), _marks);
    }

    private void Tag(string tag)
    {
        var (name, closes) = HtmlTagName.Of(tag);
        switch (name)
        {
            case "a":
                _marks = _marks
                    with { Url = closes
                        ? null
                        : HtmlTagName.Address(tag), Link = closes || HtmlTagName.Address(tag) is null ? 0 : ++_links };
                break;
            case "b" or "strong":
                _marks = _marks with { Bold = !closes };
                break;
            case "i" or "em":
                _marks = _marks with { Italic = !closes };
                break;
            case "br" or "p" or "div" or "li" or "tr" or "td" or "th" or "summary" or "details" or "ul" or "ol" or "table"
                or ['h', >= '1' and <= '6']:
                End();
                break;
        }
    }

    private void Add(ReadOnlySpan<char> text, in Stretch marks)
    {
        if (text.Length == 0)
        {
            return;
        }

        var start = _text.Length;
        _text.Append(text);
        if (_stretches.Count > 0 && _stretches[^1] is var last && last.IsMarkedAs(marks))
        {
            _stretches[^1] = last with { End = _text.Length };
        }
        else
        {
            Mark(marks with { Start = start, End = _text.Length });
        }
    }

    private void Mark(Stretch stretch)
    {
        _started = _stretches.Count == 0 ? _number : _started;
        _stretches.Add(stretch);
    }

    private void Break()
    {
        _number++;
        if (_marks.Link > 0 || _marks.Bold || _marks.Italic)
        {
            Add(" ", _marks);
        }
        else
        {
            End();
        }
    }

    private void End()
    {
        if (_stretches.Count > 0)
        {
            lines.Add(new MarkdownLine(kind, level, _started, lines.Count == _firstLine, indented, _text.ToString(), [.. _stretches]));
        }

        _text.Clear();
        _stretches.Clear();
    }
}
