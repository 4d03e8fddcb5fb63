using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Exports;
using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>Papers for reference managers: those of an edition, or all that the reader likes.</summary>
public sealed class ExportFunctions(ErrorBoundary boundary, WebPages pages, PickedPapers picked, IVoteTable votes, IPaperTable papers)
{
    [Function(nameof(Export))]
    public Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "export")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        if (request.Reader() is not { } reader)
        {
            return await pages.UnknownReaderAsync(request);
        }

        if (ExportFormat.Named(request.Line(FieldNames.Format, 20)) is not { } format)
        {
            return await pages.NotFoundAsync(request, "format");
        }

        WorkLimit.Extend(request);
        var edition = request.Line(FieldNames.Edition, 20);
        var exported = edition.Length > 0
            ? await picked.OfEditionAsync(reader.Subscriber.Id, edition, cancellationToken)
            : await LikedAsync(reader.Subscriber, cancellationToken);
        return exported is null
            ? await pages.NotFoundAsync(request, "edition")
            : File(request, format.Write(exported), format, edition.Length > 0 ? $"edition-{edition}" : "liked-papers");
    }, cancellationToken);

    /// <summary>Newest vote first, papers included of which only the reader's own import tells.</summary>
    private async Task<IReadOnlyList<StoredPaper>> LikedAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
    [
        .. (await votes.ReadPapersAsync(papers, subscriber.Id, cancellationToken, most: int.MaxValue)).All
            .Where(vote => vote.Vote.Value > 0 && vote.Paper is not null)
            .Select(vote => vote.Stored ?? new StoredPaper(vote.Vote.Paper, vote.Paper!)).DistinctBy(paper => paper.Id),
    ];

    private static FileContentResult File(HttpRequest request, string content, ExportFormat format, string name)
    {
        HttpResults.Common(request);
        request.HttpContext.Response.Headers.CacheControl = SecurityHeaders.PrivateCaching;
        return new FileContentResult(Encoding.UTF8.GetBytes(content), format.ContentType) { FileDownloadName = $"{name}.{format.Ending}" };
    }
}
