using System.Text;

namespace PaperFunctions.Flow.Shared;

/// <summary>Shortens text for reading.</summary>
public static class TextCut
{
    /// <summary>At most <paramref name="length"/> UTF-16 units, cut between words where one ends near, never inside a character.</summary>
    public static string At(string text, int length)
    {
        if (text.Length <= length)
        {
            return text.TrimEnd();
        }

        var cut = length - 1;
        var space = text.LastIndexOf(' ', cut);
        if (space > length * 2 / 3)
        {
            cut = space;
        }
        else if (char.IsLowSurrogate(text[cut]))
        {
            cut--;
        }

        return text[..cut].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    /// <summary>White space and control characters folded to single spaces: safe in a header, one line in a list.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
