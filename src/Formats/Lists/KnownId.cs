using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.Lists;

/// <summary>An id as the title of a paper of which nothing else is known.</summary>
internal static class KnownId
{
    /// <summary>"arXiv:2401.00001", "doi:10.5555/abc"; null if the text names no id.</summary>
    public static string? Of(string text)
    {
        var (arxiv, doi) = default(KnownIds).WithLink(text).WithField(text.Any(char.IsWhiteSpace) ? null : text);
        return arxiv is not null ? $"arXiv:{arxiv}" : doi is not null ? $"doi:{doi}" : null;
    }
}
