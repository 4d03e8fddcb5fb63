using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Links;
using PaperFunctions.Flow.Readers;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Text;
using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>A reader's preferences: shown, saved, taste edited, everything deleted.</summary>
public sealed class PreferencesFunctions(Edge edge, WebPages pages, PreferencesPages show, KnownReader known, ChangeReader readers, CastVote votes, ImportTaste import)
{
    [Function(nameof(PreferencesPage))]
    public Task<IActionResult> PreferencesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "preferences")] HttpRequest request, CancellationToken cancellationToken) => edge.RunAsync(request, async cancellationToken =>
    {
        var token = request.Token();
        return await known.FindAsync(token, LinkPurpose.Manage, cancellationToken) is { } reader
            ? await show.ShowAsync(request, reader, token, cancellationToken)
            : await pages.BadLinkAsync(request);
    }, cancellationToken);

    [Function(nameof(Preferences))]
    public Task<IActionResult> Preferences(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "preferences")] HttpRequest request, CancellationToken cancellationToken) => edge.RunAsync(request, async cancellationToken =>
    {
        if (await pages.BusyAsync(request, Limited.Change) is { } busy)
        {
            return busy;
        }

        if (await request.FormAsync(cancellationToken) is not { } form)
        {
            return await pages.BadRequestAsync(request, $"The form did not arrive whole, or its file is larger than {BroughtFile.MaxBytes >> 20} MB.");
        }

        var token = request.Token(form);
        if (await known.FindAsync(token, LinkPurpose.Manage, cancellationToken) is not { } reader)
        {
            return await pages.BadLinkAsync(request);
        }

        var change = new Change(request, form, reader, token, cancellationToken);
        return form.Value(FieldNames.Action) switch
        {
            Actions.Save => await SaveAsync(change),
            Actions.Forget => await ForgetAsync(change),
            Actions.Mute => await MuteAsync(change),
            Actions.Import => await ImportAsync(change),
            Actions.Delete => await DeleteAsync(change),
            _ => await pages.BadRequestAsync(request, "The form does not say what to do."),
        };
    }, cancellationToken);

    private async Task<IActionResult> SaveAsync(Change c)
    {
        var (wishes, filled) = PreferencesForms.Read(c.Form);
        return wishes is null
            ? await show.ShowAsync(c.Request, c.Reader, c.Token, c.Cancellation, form: filled)
            : await ShowSavedAsync(c, await readers.SaveAsync(c.Reader.Id, wishes, c.Cancellation), "Saved.");
    }

    private async Task<IActionResult> ForgetAsync(Change c)
    {
        if (!PaperId.TryParse(c.Form.Value(FieldNames.Paper), out var paper))
        {
            return await pages.BadRequestAsync(c.Request, "The form does not name a paper.");
        }

        await votes.ForgetAsync(c.Reader.Id, paper, c.Cancellation);
        return await show.ShowAsync(c.Request, c.Reader, c.Token, c.Cancellation, done: "That vote is forgotten.");
    }

    private async Task<IActionResult> MuteAsync(Change c)
    {
        var phrase = CleanText.Line(c.Form.Value(FieldNames.Phrase)).Trim();
        if (phrase.Length is 0 or > InterestLimits.MaxLength || phrase.Contains(';', StringComparison.Ordinal))
        {
            return await show.ShowAsync(c.Request, c.Reader, c.Token, c.Cancellation, trouble: $"A muted phrase has 1 to {InterestLimits.MaxLength} characters and no semicolon.");
        }

        if (c.Reader.Interests.Count(i => i.Kind == InterestKind.Muted) >= InterestLimits.MaxOfAKind)
        {
            return await show.ShowAsync(c.Request, c.Reader, c.Token, c.Cancellation, trouble: $"At most {InterestLimits.MaxOfAKind} phrases can be muted; take some away first.");
        }

        var saved = await readers.SaveAsync(
            c.Reader.Id, s => s with { Interests = InterestLimits.Union(s.Interests, [new Interest(InterestKind.Muted, phrase)]) }, c.Cancellation);
        return await ShowSavedAsync(c, saved, $"Papers with \"{phrase}\" are never picked from now on.");
    }

    private async Task<IActionResult> ImportAsync(Change c)
    {
        WorkLimit.Extend(c.Request);
        if (c.Form.Files.GetFile(FieldNames.File) is not { Length: > 0 and <= BroughtFile.MaxBytes } file)
        {
            return await show.ShowAsync(c.Request, c.Reader, c.Token, c.Cancellation, trouble: $"Choose a file of at most {BroughtFile.MaxBytes >> 20} MB that is not empty.");
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, c.Cancellation);
        try
        {
            var imported = await import.RunAsync(c.Reader, content.ToArray(), Path.GetFileName(file.FileName), c.Cancellation);
            return await ShowSavedAsync(c, await readers.FindAsync(c.Reader.Id, c.Cancellation), Words(imported));
        }
        catch (InvalidDataException e)
        {
            return await show.ShowAsync(c.Request, c.Reader, c.Token, c.Cancellation, trouble: e.Message);
        }
    }

    private async Task<IActionResult> DeleteAsync(Change c)
    {
        if (c.Form.Value(FieldNames.Sure).Length == 0)
        {
            return await show.ShowAsync(c.Request, c.Reader, c.Token, c.Cancellation, trouble: "Nothing was deleted: tick that you are sure first.");
        }

        await readers.DeleteAsync(c.Reader.Id, c.Cancellation);
        return await pages.MessageAsync(c.Request, Messages.Deleted(pages.Frame()));
    }

    /// <summary>Somebody else may have deleted the account meanwhile.</summary>
    private async Task<IActionResult> ShowSavedAsync(Change c, Subscriber? saved, string done) => saved is null
        ? await pages.BadLinkAsync(c.Request)
        : await show.ShowAsync(c.Request, saved, c.Token, c.Cancellation, done: done);

    private static string Words(Imported imported)
    {
        var papers = imported.Papers switch { 0 => "No new papers", 1 => "1 paper", _ => $"{imported.Papers:N0} papers" };
        var waiting = imported.Waiting == 0 ? "" : $" For {imported.Waiting:N0} only the id is known: such a paper counts once a digest brings it.";
        return imported.Interests == 0 ? $"{papers} imported.{waiting}" : $"{papers} and {imported.Interests:N0} interests imported.{waiting}";
    }

    private sealed record Change(HttpRequest Request, IFormCollection Form, Subscriber Reader, string Token, CancellationToken Cancellation);
}
