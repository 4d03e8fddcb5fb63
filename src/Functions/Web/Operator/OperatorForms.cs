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
    OperatorPages show, IOperatorStorage operations, RequestReread again, DecideReview review, IDigestTable digests,
    OperatorSources sources)
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
                error: "No file arrived whole. Choose one or more, and drop large ones into the storage container itself.");
        }

        WorkLimit.Extend(request);
        var names = new List<string>();
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            await using var content = file.OpenReadStream();
            names.Add(FileNames.Safe(file.FileName));
            await operations.UploadAsync(names[^1], content, cancellationToken);
        }

        return names.Count > 0
            ? await show.ShowAsync(
                request, cancellationToken, done: $"Taken in: {string.Join(", ", names)}. Reload to see what was found in them.")
            : await show.ShowAsync(request, cancellationToken, error: "All of the files are empty.");
    }

    public async Task<IActionResult> RetryAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.FormAsync(cancellationToken);
        var target = form?.Value(FieldNames.Target) ?? "";
        var (done, error) = form?.Value(FieldNames.Action) switch
        {
            Actions.RetryDigest => await ReadAgainAsync(target, cancellationToken),
            Actions.RetryPoison => await TryAgainAsync(target, cancellationToken),
            Actions.ReadAs => await ReadAsAsync(target, form.Value(FieldNames.Format) ?? "", cancellationToken),
            Actions.Accept => await DecideAsync(target, ReviewDecision.Accepted, cancellationToken),
            Actions.Refuse => await DecideAsync(target, ReviewDecision.Refused, cancellationToken),
            var other => await SourceAsync(request, other, target, cancellationToken),
        };
        return await show.ShowAsync(request, cancellationToken, done, error);
    }

    private async Task<(string? Done, string? Error)> SourceAsync(HttpRequest request, string? action, string name,
        CancellationToken cancellationToken)
    {
        WorkLimit.Extend(request);
        var answer = await sources.RunAsync(action, name, cancellationToken);
        return answer is (null, null) ? (null, "The form does not say what to do.") : answer;
    }

    private async Task<(string? Done, string? Error)> ReadAgainAsync(string id, CancellationToken cancellationToken)
    {
        var name = id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? await again.RunAsync(id, cancellationToken) : null;
        return name is null
            ? (null, "There is no such digest.")
            : ($"\"{name}\" waits to be read again. Reload to see what came of it.", null);
    }

    private async Task<(string? Done, string? Error)> ReadAsAsync(string id, string format, CancellationToken cancellationToken)
    {
        if (DigestReader.Formats.FirstOrDefault(f => f.Name == format && !f.IsContainer) is null)
        {
            return (null, "There is no such format.");
        }

        var found = PaperId.TryParse(id, out _) ? await digests.FindAsync(id, cancellationToken) : null;
        return found is not null && await operations.SettleFormatAsync(found.Value.Name, format, cancellationToken)
            ? await ReadAgainAsync(id, cancellationToken)
            : (null, "There is no such digest, or it was replaced just now.");
    }

    private async Task<(string? Done, string? Error)> DecideAsync(
        string seen, ReviewDecision decision, CancellationToken cancellationToken) =>
        await review.RunAsync(seen, decision, cancellationToken) switch
        {
            { IsAccepted: true } digest => ($"\"{digest.Name}\" is accepted; its papers are stored now. Reload to see them.", null),
            { State: DigestState.Refused } digest when decision == ReviewDecision.Refused =>
                ($"\"{digest.Name}\" is refused; nothing of it was stored or mailed.", null),
            { } digest => (null, $"\"{digest.Name}\" no longer waits for a decision: {digest.State.Explain()}"),
            null => (null, "There is no such digest, or it has changed since it was shown. Look at it again."),
        };

    private async Task<(string? Done, string? Error)> TryAgainAsync(string queue, CancellationToken cancellationToken) =>
        await operations.RetryAsync(queue, cancellationToken) is { } moved
            ? (moved == 1 ? "1 message is tried again." : $"{moved:N0} messages are tried again.", null)
            : (null, "There is no such queue.");
}
