using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>The reader's votes beside the papers of a page, with the buttons to vote.</summary>
public sealed class VoteMarks(IVoteTable votes, IPaperTable papers, SubscriberLinks links)
{
    /// <summary>The cards with the reader's votes; as they are where nobody is known.</summary>
    /// <param name="page">Where to come back to; by default the page of the request.</param>
    public async Task<IReadOnlyList<PaperCardView>> OnAsync(
        HttpRequest request, IReadOnlyList<PaperCardView> cards, CancellationToken cancellationToken, string? page = null)
    {
        var marks = await OfAsync(request, cards.Select(c => c.Id), cancellationToken, page);
        return [.. cards.Select(c => c with { Vote = marks.GetValueOrDefault(c.Id) })];
    }

    /// <summary>For each paper that is known here, under the name it is asked by.</summary>
    public async Task<IReadOnlyDictionary<PaperId, VoteMarkView>> OfAsync(
        HttpRequest request, IEnumerable<PaperId> ids, CancellationToken cancellationToken, string? page = null)
    {
        IReadOnlyList<PaperId> asked = [.. ids.Distinct()];
        if (request.Reader() is not { Subscriber: var reader } || asked.Count == 0)
        {
            return new Dictionary<PaperId, VoteMarkView>();
        }

        var cast = await votes.ReadAsync(reader.Id, cancellationToken)
            .ToDictionaryAsync(v => v.Paper, v => v.Value, cancellationToken: cancellationToken);
        var rows = await papers.FindWithTargetsAsync(asked, cancellationToken);
        page ??= request.Path + request.QueryString.ToString();
        return asked.Select(id => (Id: id, Paper: PaperNames.Follow(rows, id))).Where(p => p.Paper is not null).ToDictionary(
            p => p.Id,
            p => new VoteMarkView(links.VoteToken(reader, p.Paper!.Id), Current(cast, p.Paper), page, $"p-{p.Id}"));
    }

    private static int? Current(Dictionary<PaperId, int> cast, StoredPaper paper)
    {
        foreach (var name in paper.FormerIds.Prepend(paper.Id))
        {
            if (cast.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
