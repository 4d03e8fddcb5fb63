using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Lists;

/// <summary>A line that names what it holds: <c>Authors: ...</c>, <c>**Abstract:** ...</c>.</summary>
internal static partial class FieldLabel
{
    /// <summary>The label in lower case and what follows it; null where the line has none that is known.</summary>
    public static (string Name, string Value)? Of(string line)
    {
        if (line.Length < 4 || Label().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["name"].Value.ToLowerInvariant();
        return (name switch
        {
            "author" or "author(s)" or "by" => "authors",
            "summary" or "tl;dr" or "tldr" or "description" => "abstract",
            "link" or "paper" or "pdf" or "page" or "website" or "project page" or "html" => "url",
            "github" or "repo" or "repository" or "source code" => "code",
            "journal" or "conference" or "published in" or "journal-ref" => "venue",
            "published on" or "publication date" or "submitted" or "published" => "date",
            "subjects" or "keywords" or "tags" or "topics" => "categories",
            "arxiv id" => "arxiv",
            "upvotes" => "votes",
            _ => name,
        }, line[match.Length..].Trim());
    }

    [GeneratedRegex(@"^(?:[-*+]\s+)?(?:\*\*|__|\*|_)?(?<name>title|authors?|author\(s\)|by|abstract|summary|tl;?dr|description|url|links?|paper|pdf|html|page|project|project page|website|code|github|repo|repository|source code|venue|journal|journal-ref|conference|published in|date|published|published on|publication date|submitted|year|doi|arxiv|arxiv id|categories|subjects|keywords|tags|topics|votes|upvotes|comments)(?:\*\*|__|\*|_)?\s*:(?:\*\*|__|\*|_)?(?=\s|$|https?:)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
