using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

internal enum LineKind
{
    Heading,
    Item,
    Text,
    Rule,
}

/// <summary>Characters of a line that have the same marks.</summary>
/// <param name="Link">Number of the link that they stand in, from 1; 0 for none.</param>
internal readonly record struct Stretch(int Start, int End, string? Url = null, int Link = 0, bool Bold = false, bool Italic = false,
    bool Code = false)
{
    public bool IsMarkedAs(in Stretch other) =>
        Link == other.Link && Bold == other.Bold && Italic == other.Italic && Code == other.Code && Url == other.Url;
}

/// <summary>A link of a line: where its words stand, and what it says.</summary>
/// <param name="Bracketed">Whether brackets stand around it as around a button.</param>
/// <param name="IsButton">Whether it is a button: by its brackets or by its words.</param>
/// <param name="Cites">Whether its words are an author and a year behind a title: "Paper Lanterns. [Amsel (2026)](...)".</param>
internal readonly record struct LineLink(int Start, int End, string Url, bool Bracketed, bool IsButton, LinkSign Sign, bool Cites = false)
{
    public int Length => End - Start;
}

/// <summary>One line of Markdown for reading: its text without marks, and where the marks were.</summary>
/// <param name="Level">Of a heading from 1; else in how many list items the line stands.</param>
/// <param name="Number">Line of the file, from 1.</param>
/// <param name="First">Whether it begins its heading, item or paragraph.</param>
/// <param name="Indented">Whether blanks stand in front of its paragraph.</param>
internal sealed record MarkdownLine(LineKind Kind, int Level, int Number, bool First, bool Indented, string Text, Stretch[] Stretches)
{
    private LineLink[]? _links;
    private (string Name, int Value)? _label;
    private bool _labelRead;
    private bool? _namesAuthors;
    private bool? _isButtons;
    private (int From, string Text)? _rest;

    /// <summary>The links in the order of the line; those of badges have no words.</summary>
    public LineLink[] Links => _links ??= FindLinks();

    /// <summary>The strongest sign of its links.</summary>
    public LinkSign Sign => Links.Length == 0 ? LinkSign.None : Links.Max(link => link.Sign);

    /// <summary>The label with which it starts, and where the value behind it does; null without one.</summary>
    public (string Name, int Value)? Label
    {
        get
        {
            if (!_labelRead)
            {
                (_label, _labelRead) = (FieldLabel.OfRow(Text), true);
            }

            return _label;
        }
    }

    /// <summary>Whether it is a line of names and nothing else.</summary>
    public bool IsAuthors => _namesAuthors ??= AuthorLine.LooksLike(Text.Trim().TrimEnd('.'));

    /// <summary>Whether it has buttons and hardly a word beside them, and one of them leads to a paper.</summary>
    public bool IsButtons => _isButtons ??= PaperLines.AreButtons(this);

    /// <summary>The stretch at a place; null behind the last one.</summary>
    public Stretch? At(int place)
    {
        foreach (ref readonly var stretch in Stretches.AsSpan())
        {
            if (place < stretch.End)
            {
                return stretch;
            }
        }

        return null;
    }

    /// <summary>The text without the words of the links that the condition names, and without brackets that are empty then.</summary>
    public string Without(Func<LineLink, bool> dropped, int from, int to)
    {
        var kept = new System.Text.StringBuilder();
        foreach (var link in Links.Where(link => link.Start >= from && link.End <= to && dropped(link)))
        {
            kept.Append(Text, from, link.Start - from);
            from = link.End;
        }

        return Brackets.DropEmpty(kept.Append(Text, from, Math.Max(0, to - from)).ToString());
    }

    /// <summary>The text behind a title without buttons and separators.</summary>
    public string Rest(int from)
    {
        _rest = _rest is { } known && known.From == from ? known : (from, ListDetails.Rest(this, from));
        return _rest.Value.Text;
    }

    private LineLink[] FindLinks()
    {
        var links = new List<LineLink>();
        for (var i = 0; i < Stretches.Length; i++)
        {
            var (start, number) = (Stretches[i].Start, Stretches[i].Link);
            if (number == 0)
            {
                continue;
            }

            while (i + 1 < Stretches.Length && Stretches[i + 1].Link == number)
            {
                i++;
            }

            links.Add(Link(start, Stretches[i].End, Stretches[i].Url!));
        }

        return [.. links];
    }

    private LineLink Link(int start, int end, string url)
    {
        var bracketed = Brackets.Around(Text, start, end);
        var cites = Cites(start, end);
        return new(start, end, url, bracketed, bracketed || cites
            || LinkSigns.IsButton(Text.AsSpan(start, end - start)), LinkSigns.Of(url), cites);
    }

    private bool Cites(int start, int end)
    {
        var before = Text.AsSpan(0, start).TrimEnd();
        var words = Text.AsSpan(start, end - start).Trim();
        return before.EndsWith(".") && words is [.., '(', _, _, _, _, ')'] && Venues.HasYear(words[^6..])
            && TitleWords.Count(words) <= 8 && TitleWords.Count(before) >= 2 && NameWords.MayBeAll(words[..^6]);
    }
}
