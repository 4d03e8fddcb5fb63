using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Formats;
using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>What the operator's forms do, whoever let the request in.</summary>
public sealed class OperatorForms(
    OperatorPages show, IOperatorStorage operations, RequestReread again, DecideReview review, RemoveDigest remove,
    IDigestTable digests, OperatorSources sources)
{
    /// <summary>Bytes; the platform's own limit for a request lies below it.</summary>
    private const long MaxUpload = 256L << 20;

    /// <summary>Takes files into the container of digests; the trigger does the rest.</summary>
    public async Task<IActionResult> DropAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken, MaxUpload) is not { Files.Count: > 0 } form)
        {
            return await show.ShowAsync(
                request, cancellationToken,
                    "No file arrived whole. Choose one or more, and drop large ones into the storage container itself.");
        }

        WorkLimit.Extend(request);
        var taken = 0;
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            await using var content = file.OpenReadStream();
            await operations.UploadAsync(FileNames.Safe(file.FileName), content, cancellationToken);
            taken++;
        }

        return taken > 0
            ? HttpResults.SeeOther(request, OperatorPages.At(request, "", ("done", Actions.Drop)))
            : await show.ShowAsync(request, cancellationToken, "All of the files are empty.");
    }

    /// <summary>Does what a form asks for and leads on to a page, so that loading it anew repeats nothing.</summary>
    public async Task<IActionResult> RetryAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.FormAsync(cancellationToken);
        var (target, action) = (form?.Value(FieldNames.Target) ?? "", form?.Value(FieldNames.Action) ?? "");
        var done = action switch
        {
            Actions.RetryDigest => await ReadAgainAsync(target, cancellationToken),
            Actions.RetryPoison => await TryAgainAsync(target, cancellationToken),
            Actions.ReadAs => await ReadAsAsync(target, form!.Value(FieldNames.Format), cancellationToken),
            Actions.Accept => await DecideAsync(target, ReviewDecision.Accepted, cancellationToken),
            Actions.Refuse => await DecideAsync(target, ReviewDecision.Refused, cancellationToken),
            Actions.Delete => await DeleteAsync(request, target, form!.Value(FieldNames.Sure) == "yes", cancellationToken),
            _ => await SourceAsync(request, action, target, cancellationToken),
        };
        return done.Error is { } error
            ? await show.ShowAsync(request, cancellationToken, error)
            : HttpResults.SeeOther(request, OperatorPages.At(
                request, done.Digest is null ? "" : "/digest", (FieldNames.Target, done.Digest), ("done", done.Word ?? action), ("n",
                    done.Count?.ToString())));
    }

    private async Task<Done> SourceAsync(HttpRequest request, string action, string name, CancellationToken cancellationToken)
    {
        WorkLimit.Extend(request);
        var (done, error) = await sources.RunAsync(action, name, cancellationToken);
        return (done, error) is (null, null) ? Done.Wrong("The form does not say what to do.") : new Done(Error: error);
    }

    private async Task<Done> ReadAgainAsync(string id, CancellationToken cancellationToken) =>
        PaperId.TryParse(id, out _) && await again.RunAsync(id, cancellationToken) is not null
            ? new Done(Digest: id, Word: Actions.RetryDigest)
            : Done.Wrong("There is no such digest.");

    private async Task<Done> ReadAsAsync(string id, string format, CancellationToken cancellationToken)
    {
        if (DigestReader.Formats.FirstOrDefault(f => f.Name == format && !f.IsContainer) is null)
        {
            return Done.Wrong("There is no such format.");
        }

        var found = PaperId.TryParse(id, out _) ? await digests.FindAsync(id, cancellationToken) : null;
        return found is not null && await operations.SettleFormatAsync(found.Value.Name, format, cancellationToken)
            ? await ReadAgainAsync(id, cancellationToken)
            : Done.Wrong("There is no such digest, or it was replaced just now.");
    }

    private async Task<Done> DecideAsync(string seen, ReviewDecision decision, CancellationToken cancellationToken) =>
        await review.RunAsync(seen, decision, cancellationToken) switch
        {
            { IsAccepted: true } digest => new Done(Digest: digest.Id),
            { State: DigestState.Refused } digest when decision == ReviewDecision.Refused => new Done(Digest: digest.Id),
            { } digest => Done.Wrong($"\"{digest.Name}\" no longer waits for a decision: {digest.State.Explain()}"),
            null => Done.Wrong("There is no such digest, or it has changed since it was shown. Look at it again."),
        };

    private async Task<Done> DeleteAsync(HttpRequest request, string id, bool isSure, CancellationToken cancellationToken)
    {
        if (!isSure)
        {
            return Done.Wrong("The form does not say that you are sure.");
        }

        WorkLimit.Extend(request);
        try
        {
            return PaperId.TryParse(id, out _) && await remove.RunAsync(id, cancellationToken) is { } removed
                ? new Done(Count: removed.Papers)
                : Done.Wrong("There is no such digest.");
        }
        catch (IOException e)
        {
            return Done.Wrong($"Not all of it is removed; press Delete once more in a few minutes. {e.Message}");
        }
    }

    private async Task<Done> TryAgainAsync(string queue, CancellationToken cancellationToken) =>
        await operations.RetryAsync(queue, cancellationToken) is { } moved ? new Done(Count: moved) : Done.Wrong("There is no such queue.");

    /// <summary>What came of a form.</summary>
    /// <param name="Error">What it could not do; null where it did it.</param>
    /// <param name="Digest">Whose page is shown next; null for the front page.</param>
    /// <param name="Word">What to say there, see <see cref="OperatorPages.Said"/>; null for the action itself.</param>
    private sealed record Done(string? Error = null, string? Digest = null, string? Word = null, int? Count = null)
    {
        public static Done Wrong(string error) => new(error);
    }
}
