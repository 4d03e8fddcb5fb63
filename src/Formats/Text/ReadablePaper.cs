using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Text;

/// <summary>Makes a paper from a plain text page fit for reading.</summary>
public static class ReadablePaper
{
    /// <summary>Title and abstract through <see cref="ReadableText"/>, what stood there kept as the original. The formats whose source
    /// has a markup of its own do this themselves; trending pages and lists keep their lines as they are, for whoever wants them exact.</summary>
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
