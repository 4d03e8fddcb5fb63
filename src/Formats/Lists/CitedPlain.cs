using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>Citations without marks: "A. Amsel, B. Quill, Paper Lanterns in the Wind, JIO 2026.", "A.
/// Amsel et al.: Paper Lanterns."</summary>
internal static class CitedPlain
{
    private const int FewestWords = 3;

    /// <summary>The title behind the names; null where the line does not start with names beyond doubt.</summary>
    public static Lead? Read(MarkdownLine line, int at)
    {
        if (line.Kind != LineKind.Item || !line.First || !NameWords.MayBeAll(line.Text.AsSpan(at), 2))
        {
            return null;
        }

        var start = BehindColon(line.Text, at) ?? BehindNames(line.Text, at);
        return start > at && PlainLead.Read(line, start.Value) is { } lead ? WithoutVenue(lead) : null;
    }

    /// <summary>"A. Amsel, B. Quill: Paper Lanterns".</summary>
    private static int? BehindColon(string text, int at)
    {
        var colon = text.IndexOf(": ", at, StringComparison.Ordinal);
        return colon > 0 && AuthorLine.Take(text[at..colon]) is { Behind: "" } found && AreSure(found.Names, text.AsSpan(at, colon - at))
            ? colon + 2
            : null;
    }

    /// <summary>"A. Amsel, B. Quill, Paper Lanterns". A title with a capital at each word may look like one more name.</summary>
    private static int? BehindNames(string text, int at)
    {
        var (names, behind) = AuthorLine.Take(text[at..]);
        var start = text.Length - behind.Length;
        if (names.Count > 1 && TitleWords.Count(names[^1]) >= FewestWords
            && (behind.Length == 0 || behind[0] is '(' or '[' || char.IsDigit(behind[0])))
        {
            start = text.IndexOf(names[^1], at, StringComparison.Ordinal);
            names = [.. names.SkipLast(1)];
        }

        return start > at && AreSure(names, text.AsSpan(at, start - at)) ? start : null;
    }

    /// <summary>"Vision Transformers, Deep Networks" looks like two names, so initials, "et al." or a third name are asked for.</summary>
    private static bool AreSure(IReadOnlyList<string> names, ReadOnlySpan<char> text) =>
        names.Count >= 3 || (names.Count > 0 && (text.Contains("et al", StringComparison.OrdinalIgnoreCase) || names.Any(HasInitial)));

    private static bool HasInitial(string name) => name.Split(' ').Any(word => word is [>= 'A' and <= 'Z', '.', ..]);

    /// <summary>The title ends where no more than a venue and a year follow.</summary>
    public static Lead WithoutVenue(Lead lead)
    {
        for (var at = Next(lead.Title, 0); at > 0; at = Next(lead.Title, at + 2))
        {
            var rest = lead.Title.AsSpan(at + 2);
            if (TitleWords.Count(lead.Title.AsSpan(0, at)) >= FewestWords && Venues.HasYear(rest) && Venues.Is(rest))
            {
                return lead with { Title = lead.Title[..at], End = lead.Start + at };
            }
        }

        return lead;
    }

    /// <summary>The next comma or full stop before a space; -1 where there is none.</summary>
    private static int Next(string title, int from)
    {
        for (var at = from; at + 1 < title.Length; at++)
        {
            if (title[at] is ',' or '.' && title[at + 1] == ' ')
            {
                return at;
            }
        }

        return -1;
    }
}
