using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Operations;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web.Operation;

/// <summary>What the operator's forms do, whoever let the request in.</summary>
public sealed class OperationForms(OperationPages show, IOperations operations, AskAgain again)
{
    /// <summary>Bytes; the platform's own limit for a request lies below it.</summary>
    private const long MaxUpload = 256L << 20;

    /// <summary>Takes files into the container of digests; the trigger does the rest.</summary>
    public async Task<IActionResult> DropAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await request.FormAsync(cancellation, MaxUpload) is not { Files.Count: > 0 } form)
        {
            return await show.ShowAsync(request, cancellation, trouble: "No file arrived whole. Choose one or more, and drop large ones into the storage container itself.");
        }

        var names = new List<string>();
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            await using var content = file.OpenReadStream();
            names.Add(FileNames.Safe(file.FileName));
            await operations.UploadAsync(names[^1], content, cancellation);
        }

        return names.Count > 0
            ? await show.ShowAsync(request, cancellation, done: $"Taken in: {string.Join(", ", names)}. Reload to see what was found in them.")
            : await show.ShowAsync(request, cancellation, trouble: "All of the files are empty.");
    }

    public async Task<IActionResult> RetryAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.FormAsync(cancellation);
        var target = form?.Value(FieldNames.Target) ?? "";
        var (done, trouble) = form?.Value(FieldNames.Action) switch
        {
            Actions.RetryDigest => await ReadAgainAsync(target, cancellation),
            Actions.RetryPoison => await TryAgainAsync(target, cancellation),
            _ => (null, "The form does not say what to do."),
        };
        return await show.ShowAsync(request, cancellation, done, trouble);
    }

    private async Task<(string? Done, string? Trouble)> ReadAgainAsync(string id, CancellationToken cancellation)
    {
        var name = id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? await again.RunAsync(id, cancellation) : null;
        return name is null
            ? (null, "There is no such digest.")
            : ($"\"{name}\" waits to be read again. Reload to see what came of it.", null);
    }

    private async Task<(string? Done, string? Trouble)> TryAgainAsync(string queue, CancellationToken cancellation) =>
        await operations.RetryAsync(queue, cancellation) is { } moved
            ? (moved == 1 ? "1 message is tried again." : $"{moved:N0} messages are tried again.", null)
            : (null, "There is no such queue.");
}
