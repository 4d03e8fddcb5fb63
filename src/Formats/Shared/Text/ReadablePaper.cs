using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Text;

/// <summary>Makes a paper fit for reading, whatever format it came in.</summary>
internal static class ReadablePaper
{
    /// <summary>Title and abstract through <see cref="ReadableText"/>, with what stood there kept as the original. Formats whose source has
    /// a markup of its own have done this; then nothing changes.</summary>
    public static Paper Readable(this Paper paper)
    {
        var title = ReadableText.From(paper.Title);
        var text = ReadableText.From(paper.Abstract);
        if (ReferenceEquals(title, paper.Title) && ReferenceEquals(text, paper.Abstract))
        {
            return paper;
        }

        return paper with
        {
            Title = title.Length > 0 ? title : paper.Title,
            Abstract = text,
            OriginalTitle = paper.OriginalTitle ?? ReadableText.Original(paper.Title, title),
            OriginalAbstract = paper.OriginalAbstract ?? ReadableText.Original(paper.Abstract, text),
        };
    }
}
