using System.Text;

namespace PaperFunctions.Formats.Fields;

/// <summary>The text of one field for reading.</summary>
internal static class FieldText
{
    /// <summary>The text for reading, and the source's own where that differs by more than white space.</summary>
    public static (string Text, string? Original) Read(string? raw) => (Line(raw), null);

    /// <summary>The text on one line, white space joined.</summary>
    public static string Line(string? raw)
    {
        if (string.IsNullOrEmpty(raw))
        {
            return "";
        }

        var line = new StringBuilder(raw.Length);
        var gap = false;
        foreach (var c in raw)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = line.Length > 0;
                continue;
            }

            line.Append(gap ? " " : "").Append(c);
            gap = false;
        }

        return line.ToString();
    }
}
