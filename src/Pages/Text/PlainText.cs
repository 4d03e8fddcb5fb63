using System.Text;

namespace PaperFunctions.Pages.Text;

/// <summary>Builds plain text for mail: paragraphs wrapped by display width, links whole.</summary>
public sealed class PlainText
{
    /// <summary>RFC 5322 recommends lines of at most 78 characters; quoting takes two or three of them.</summary>
    public const int Columns = 74;

    private readonly StringBuilder _text = new();

    public PlainText Blank()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>A title with a rule under it.</summary>
    public PlainText Heading(string text)
    {
        Paragraph(text);
        _text.Append('=', Math.Min(Columns, DisplayWidth.Of(text))).Append('\n');
        return this;
    }

    public PlainText Rule()
    {
        _text.Append('-', Columns).Append('\n');
        return this;
    }

    /// <summary>Text wrapped at <see cref="Columns"/>; nothing if it is empty.</summary>
    /// <param name="first">Starts the first line.</param>
    /// <param name="rest">Starts the lines after it.</param>
    public PlainText Paragraph(string text, string first = "", string rest = "")
    {
        var start = first;
        foreach (var line in Wrapping.Lines(text, Columns - Math.Max(first.Length, rest.Length)))
        {
            // Each line is a paragraph of its own to the bidi algorithm, so each is isolated: first strong isolate ... pop.
            var shown = DisplayWidth.HasRightToLeft(line) ? $"\u2068{line}\u2069" : line;
            _text.Append(start).Append(shown).Append('\n');
            start = rest;
        }

        return this;
    }

    /// <summary>A label and an address on one line, however long: a broken address is not a link. Nothing if it is no safe
    /// address.</summary>
    public PlainText Link(string label, string? url, string indent = "")
    {
        if (SafeUrl.Of(url) is { } address)
        {
            _text.Append(indent).Append(label).Append(label.Length > 0 ? " " : "").Append(address).Append('\n');
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
