using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>Answers as arXiv's API does: works whose title holds any of the phrases asked for, or with
/// the ids asked for, as Atom.</summary>
internal sealed partial class ArxivServer(IReadOnlyList<Paper> works)
{
    private readonly Dictionary<string, Paper> _byId = works.ToDictionary(work => work.ArxivId!);

    /// <summary>Statuses of the next answers, before it works again.</summary>
    public Queue<int> Failures { get; } = [];

    public int Requests { get; private set; }

    public async Task AnswerAsync(HttpContext context)
    {
        Requests++;
        if (Failures.TryDequeue(out var status))
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "1800";
            return;
        }

        var query = context.Request.Query;
        var most = int.Parse(query["max_results"].ToString());
        var found = query["id_list"].ToString() is { Length: > 0 } ids
            ? ids.Split(',').Where(_byId.ContainsKey).Select(id => _byId[id])
            : Phrase().Matches(query["search_query"].ToString()).Select(phrase => Words(phrase.Groups["phrase"].Value))
            .SelectMany(phrase => works.Where(work => Words(work.Title).Contains(phrase)));
        context.Response.ContentType = "application/atom+xml";
        await context.Response.WriteAsync(Atom(found.Distinct().Take(most)));
    }

    private static string Words(string title) =>
        $" {string.Join(' ', NotWord().Split(title.ToLowerInvariant()).Where(word => word.Length > 0))} ";

    private static string Atom(IEnumerable<Paper> found)
    {
        var feed = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>ArXiv "
            + "Query</title><id>http://arxiv.org/api/x</id>\n");
        foreach (var work in found)
        {
            feed.Append($"<entry><id>http://arxiv.org/abs/{work.ArxivId}v1</id><title>{SecurityElement.Escape(work.Title)}</title>")
                .Append($"<summary>{SecurityElement.Escape(work.Abstract)}</summary><published>{work.Published:yyyy-MM-dd}T00:00:00Z</published>")
                .Append(string.Concat(work.Authors.Select(author => $"<author><name>{SecurityElement.Escape(author)}</name></author>")))
                .Append($"<link href=\"http://arxiv.org/abs/{work.ArxivId}v1\" rel=\"alternate\" type=\"text/html\"/><category "
                    + "term=\"cs.LG\"/></entry>\n");
        }

        return feed.Append("</feed>").ToString();
    }

    [GeneratedRegex("ti:\"(?<phrase>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Phrase();

    [GeneratedRegex("[^\\p{L}\\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotWord();
}
