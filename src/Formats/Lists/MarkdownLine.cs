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
internal readonly record struct Stretch(int Start, int End, string? Url = null, int Link = 0, bool Bold = false, bool Italic = false, bool Code = false);

/// <summary>A link of a line: where its words stand, and whether brackets stand around it as around a button.</summary>
internal readonly record struct LineLink(int Start, int End, string Url, bool Bracketed);

/// <summary>One line of Markdown for reading: its text without marks, and where the marks were.</summary>
/// <param name="Level">Of a heading from 1; else in how many list items the line stands.</param>
/// <param name="Number">Line of the file, from 1.</param>
/// <param name="First">Whether it begins its heading, item or paragraph.</param>
/// <param name="Indented">Whether blanks stand in front of its paragraph.</param>
internal sealed record MarkdownLine(LineKind Kind, int Level, int Number, bool First, bool Indented, string Text, IReadOnlyList<Stretch> Stretches)
{
    private IReadOnlyList<LineLink>? _links;

    /// <summary>The links in the order of the line; those of badges have no words.</summary>
    public IReadOnlyList<LineLink> Links => _links ??= FindLinks();

    /// <summary>The stretch at a place; null behind the last one.</summary>
    public Stretch? At(int place)
    {
        foreach (var stretch in Stretches)
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

    private List<LineLink> FindLinks()
    {
        var links = new List<LineLink>();
        for (var i = 0; i < Stretches.Count; i++)
        {
            var (start, number) = (Stretches[i].Start, Stretches[i].Link);
            if (number == 0)
            {
                continue;
            }

            while (i + 1 < Stretches.Count && Stretches[i + 1].Link == number)
            {
                i++;
            }

            var end = Stretches[i].End;
            links.Add(new(start, end, Stretches[i].Url!, Brackets.Around(Text, start, end)));
        }

        return links;
    }
}
