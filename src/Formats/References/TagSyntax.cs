namespace PaperFunctions.Formats.References;

/// <summary>How a line of a tagged format names its tag.</summary>
/// <param name="Find">The tag of a line and where its value starts; null where the line has none.</param>
internal sealed record TagSyntax(Func<string, (string Tag, int From)?> Find)
{
    /// <summary><c>%A Juno Amsel</c>: refer, and EndNote's .enw.</summary>
    public static readonly TagSyntax Percent = new(line => line is ['%', not ' ', ..] && (line.Length == 2 || line[2] is ' ' or '\t')
        ? (line[..2], 2)
        : null);

    /// <summary><c>AU Amsel, J</c>: Web of Science and RefWorks, tags of two characters in the first columns.</summary>
    public static readonly TagSyntax Columns = new(line =>
        line.Length >= 2 && char.IsAsciiLetterUpper(line[0]) && (char.IsAsciiLetterUpper(line[1]) || char.IsAsciiDigit(line[1]))
            && (line.Length == 2 || line[2] == ' ') ? (line[..2], 2) : null);

    /// <summary><c>AU  - Amsel, Juno</c>: RIS and MEDLINE.</summary>
    /// <param name="longest">Characters of the longest tag.</param>
    public static TagSyntax Dashed(int longest) => new(line =>
    {
        var dash = line.AsSpan(0, Math.Min(line.Length, longest + 4)).IndexOf('-');
        var tag = dash < 0 ? "" : line.AsSpan(0, dash).TrimEnd(' ').ToString();
        var spaced = dash >= 0 && (dash + 1 == line.Length || char.IsWhiteSpace(line[dash + 1]));
        return spaced && tag.Length >= 2 && tag.Length <= longest && char.IsAsciiLetterUpper(tag[0]) && tag.All(char.IsAsciiLetterOrDigit)
            ? (tag, dash + 1)
            : null;
    });
}
