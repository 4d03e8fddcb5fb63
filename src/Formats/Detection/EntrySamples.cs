using PaperFunctions.Formats.Shared.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>The first entries of a digest, cut to what an operator needs to judge them.</summary>
internal static class EntrySamples
{
    /// <summary>Entries.</summary>
    public const int Count = 10;

    /// <summary>Characters of a title, of the authors, of an abstract and of a link.</summary>
    private const int Title = 300, Authors = 200, Abstract = 300, Link = 500;

    public static EntrySample Of(Entry entry, string? doubt)
    {
        var paper = entry.Paper;
        return new EntrySample(
            entry.Line, Cut(paper.Title, Title), Cut(string.Join(", ", paper.Authors.Take(20)), Authors), Cut(paper.Abstract, Abstract),
            paper.Links.Select(l => l.Url).FirstOrDefault(url => url.Length <= Link), doubt);
    }

    private static string Cut(string text, int length) =>
        OneLine.Of(text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…");
}
