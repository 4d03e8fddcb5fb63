namespace PaperFunctions.Formats.Lists;

/// <summary>The fields of YAML between two lines of three dashes with which a note in Markdown begins; they are of the note, not of a paper.</summary>
internal static class FrontMatter
{
    /// <summary>Whether the line is within; the dashes that close it are not.</summary>
    /// <param name="number">Of the line, from 1.</param>
    /// <param name="within">Whether the line before was.</param>
    public static bool GoesOn(string line, int number, bool within) => number == 1 ? line == "---" : within && line is not ("---" or "...");
}
