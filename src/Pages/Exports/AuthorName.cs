namespace PaperFunctions.Pages.Exports;

/// <summary>An author's name in the two parts that reference managers sort by.</summary>
/// <param name="Family">With the particles before it: "van der Quill". Never empty unless the name is.</param>
/// <param name="Given">Empty where the name has no two parts that can be told apart.</param>
internal sealed record AuthorName(string Family, string Given)
{
    /// <summary>Where the scripts of East Asia begin; names in them have the family name first, or stand without a space.</summary>
    private const char EastAsian = '\u2e80';

    /// <summary>The last word is the family name, with the words in small letters right before it.</summary>
    public static AuthorName Of(string name)
    {
        if (name.All(c => c is ' ' or >= EastAsian))
        {
            return new AuthorName(name, "");
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = Math.Max(words.Length - 1, 0);
        while (start > 1 && char.IsLower(words[start - 1][0]))
        {
            start--;
        }

        return new AuthorName(string.Join(' ', words[start..]), string.Join(' ', words[..start]));
    }
}
