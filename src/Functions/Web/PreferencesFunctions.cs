using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Taste;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>A subscriber's preferences: shown, saved, taste edited, everything deleted.</summary>
public sealed class PreferencesFunctions(
    ErrorBoundary boundary, WebPages pages, PreferencesPages show, Sessions sessions, SubscriberAccount accounts, CastVote votes,
    ImportTaste import,
    WhatMuteHides hides, FirstLook look, TimeProvider clock)
{
    [Function(nameof(PreferencesPage))]
    public Task<IActionResult> PreferencesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "preferences")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Search, async cancellationToken =>
    {
        return request.Reader() is { } reader
            ? await show.ShowAsync(request, reader, cancellationToken)
            : await pages.UnknownReaderAsync(request);
    }, cancellationToken);

    [Function(nameof(Preferences))]
    public Task<IActionResult> Preferences(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "preferences")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Change, async cancellationToken =>
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
        {
            return await pages.BadRequestAsync(
                request, $"The form did not arrive whole, or its file is larger than {ImportFile.MaxBytes >> 20} MB.");
        }

        if (await sessions.PostedAsync(request, form, cancellationToken) is not { } reader)
        {
            return await pages.UnknownReaderAsync(request, form);
        }

        var change = new Change(request, form, reader, cancellationToken);
        return form.Value(FieldNames.Action) switch
        {
            Actions.Save => await SaveAsync(change),
            Actions.Forget => await ForgetAsync(change),
            Actions.Mute => await MuteAsync(change),
            Actions.Unmute => await UnmuteAsync(change),
            Actions.Import => await ImportAsync(change),
            Actions.EndLinks => await EndLinksAsync(change),
            Actions.Delete => await DeleteAsync(change),
            _ => await pages.BadRequestAsync(request, "The form does not say what to do."),
        };
    }, cancellationToken);

    private async Task<IActionResult> SaveAsync(Change c)
    {
        var (wishes, filled) = PreferencesForms.Read(c.Form);
        return wishes is null
            ? await show.ShowAsync(c.Request, c.Reader, c.CancellationToken, form: filled)
            : await ShowSavedAsync(c, await accounts.SaveAsync(c.Subscriber.Id, wishes, c.CancellationToken), "Saved.",
                withUnmatched: true);
    }

    private async Task<IActionResult> ForgetAsync(Change c)
    {
        if (!PaperId.TryParse(c.Form.Value(FieldNames.Paper), out var paper))
        {
            return await pages.BadRequestAsync(c.Request, "The form does not name a paper.");
        }

        await votes.ForgetAsync(c.Subscriber.Id, paper, c.CancellationToken);
        return await show.ShowAsync(c.Request, c.Reader, c.CancellationToken, done: "That vote is forgotten.");
    }

    private async Task<IActionResult> MuteAsync(Change c)
    {
        var phrase = CleanText.Line(c.Form.Value(FieldNames.Phrase)).Trim();
        if (phrase.Length is 0 or > InterestLimits.MaxLength || phrase.Contains(';', StringComparison.Ordinal))
        {
            return await show.ShowAsync(
                c.Request, c.Reader, c.CancellationToken,
                error: $"A muted phrase has 1 to {InterestLimits.MaxLength} characters and no semicolon.");
        }

        if (c.Subscriber.Interests.Count(i => i.Kind == InterestKind.Muted) >= InterestLimits.MaxOfAKind)
        {
            return await show.ShowAsync(
                c.Request, c.Reader, c.CancellationToken,
                error: $"At most {InterestLimits.MaxOfAKind} phrases can be muted; take some away first.");
        }

        if (c.Form.Value(FieldNames.Sure).Length == 0)
        {
            var hidden = await hides.RunAsync(phrase, c.CancellationToken);
            return await show.ShowAsync(
                c.Request, c.Reader, c.CancellationToken, mute: new MuteView(phrase, hidden.Hidden, hidden.Of, hidden.Titles));
        }

        var saved = await accounts.SaveAsync(
            c.Subscriber.Id, s =>
                s with { Interests = InterestLimits.Union(s.Interests, [new Interest(InterestKind.Muted, phrase)]) }, c.CancellationToken);
        return saved is null
            ? await pages.BadLinkAsync(c.Request)
            : await show.ShowAsync(c.Request, c.Reader with { Subscriber = saved }, c.CancellationToken,
                done: $"Papers with \"{phrase}\" are never picked from now on.", muted: phrase);
    }

    private async Task<IActionResult> UnmuteAsync(Change c)
    {
        var phrase = c.Form.Value(FieldNames.Phrase);
        var saved = await accounts.SaveAsync(
            c.Subscriber.Id,
            s => s with
            {
                Interests = [.. s.Interests.Where(i => i.Kind != InterestKind.Muted
                || !phrase.Equals(i.Text, StringComparison.OrdinalIgnoreCase))]
            },
            c.CancellationToken);
        return await ShowSavedAsync(c, saved, "Not muted any more.");
    }

    private async Task<IActionResult> ImportAsync(Change c)
    {
        WorkLimit.Extend(c.Request);
        if (c.Form.Files.GetFile(FieldNames.File) is not { Length: > 0 and <= ImportFile.MaxBytes } file)
        {
            return await show.ShowAsync(
                c.Request, c.Reader, c.CancellationToken,
                error: $"Choose a file of at most {ImportFile.MaxBytes >> 20} MB that is not empty.");
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, c.CancellationToken);
        try
        {
            var imported = await import.RunAsync(c.Subscriber, content.ToArray(), Path.GetFileName(file.FileName), c.CancellationToken);
            return await ShowSavedAsync(c, await accounts.FindAsync(c.Subscriber.Id, c.CancellationToken), Words(imported));
        }
        catch (InvalidDataException e)
        {
            return await show.ShowAsync(c.Request, c.Reader, c.CancellationToken, error: e.Message);
        }
    }

    /// <summary>Everything that was mailed before opens nothing any more; who asks stays signed in here.</summary>
    private async Task<IActionResult> EndLinksAsync(Change c)
    {
        if (await accounts.EndLinksAsync(c.Subscriber.Id, c.CancellationToken) is not { } saved)
        {
            return await pages.BadLinkAsync(c.Request);
        }

        var reader = sessions.Start(c.Request, saved, c.Reader.MailedAt);
        return await show.ShowAsync(c.Request, reader, c.CancellationToken, done:
            "All links that were mailed to you and all sessions are ended, but for this one. Unsubscribing by an old mail still works.");
    }

    private async Task<IActionResult> DeleteAsync(Change c)
    {
        if (!c.Reader.IsFresh(clock))
        {
            return await pages.NewerLinkAsync(c.Request, c.Reader, "Deleting everything about you");
        }

        if (c.Form.Value(FieldNames.Sure).Length == 0)
        {
            return await show.ShowAsync(
                c.Request, c.Reader, c.CancellationToken, error: "Nothing was deleted: tick that you are sure first.");
        }

        await accounts.DeleteAsync(c.Subscriber.Id, c.CancellationToken);
        sessions.End(c.Request);
        return await pages.MessageAsync(c.Request, Messages.Deleted(pages.Frame(c.Request)));
    }

    /// <summary>Somebody else may have deleted the account meanwhile.</summary>
    private async Task<IActionResult> ShowSavedAsync(Change c, Subscriber? saved, string done, bool withUnmatched = false) => saved is null
        ? await pages.BadLinkAsync(c.Request)
        : await show.ShowAsync(c.Request, c.Reader with { Subscriber = saved }, c.CancellationToken, done: done,
            unmatched: withUnmatched ? await look.UnmatchedAsync(saved, c.CancellationToken) : []);

    private static string Words(Imported imported)
    {
        var papers = imported.Papers switch { 0 => "No new papers", 1 => "1 paper", _ => $"{imported.Papers:N0} papers" };
        var waiting = imported.Waiting == 0 ? ""
            : $" For {imported.Waiting:N0} only the id is known: such a paper counts once a digest brings it.";
        return imported.Interests == 0 ? $"{papers} imported.{waiting}"
            : $"{papers} and {imported.Interests:N0} interests imported.{waiting}";
    }

    private sealed record Change(
        HttpRequest Request, IFormCollection Form, Reader Reader, CancellationToken CancellationToken)
    {
        public Subscriber Subscriber => Reader.Subscriber;
    }
}
