using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Import;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>Imports of people: the form, how far they are, and which rows were refused.</summary>
public sealed class OperatorImports(WebPages pages, ImportPeople importer, IImportTable imports)
{
    private const int Shown = 5;

    /// <summary>Refused rows shown on the page; the report has more.</summary>
    private const int ShownRows = 100;

    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query("as") == "csv")
        {
            return await ReportAsync(request, cancellationToken);
        }

        return await PageAsync(request, new ImportForm(), null, cancellationToken);
    }

    public async Task<IActionResult> StartAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var posted = await request.FormAsync(cancellationToken);
        var form = posted is null ? new ImportForm() : FormOf(posted);
        var (order, error) = OrderOf(form);
        error ??= (posted is { Files.Count: > 0 } ? posted.Files[0] : null) switch
        {
            null or { Length: 0 } => "Choose a file; none arrived whole.",
            { Length: > PeopleFile.MaxBytes } => $"The file is larger than {PeopleFile.MaxBytes >> 20} MB. Import it in parts.",
            _ => null,
        };
        if (error is not null)
        {
            return await PageAsync(request, form, error, cancellationToken);
        }

        try
        {
            WorkLimit.Extend(request);
            await using var content = posted!.Files[0].OpenReadStream();
            await importer.StartAsync(content, order!, cancellationToken);
            return HttpResults.SeeOther(request, OperatorPages.At(request, "/imports", ("done", Actions.Import)));
        }
        catch (InvalidDataException e)
        {
            return await PageAsync(request, form, e.Message, cancellationToken);
        }
    }

    private static ImportForm FormOf(IFormCollection posted) => new(
        posted.Value(FieldNames.How) != "silent", SignUpForms.Cut(posted.Value(FieldNames.Consent).Trim(), ImportOrder.MaxConsent),
        SignUpForms.Cut(posted.Value(FieldNames.Topics), FieldLimits.Lines), SignUpForms.Number(posted.Value(FieldNames.Hour), 0, 23) ?? 7,
        posted.Value(FieldNames.Zone).Trim());

    private static (ImportOrder? Order, string? Error) OrderOf(ImportForm form)
    {
        var topics = InterestLines.Read(form.Topics, InterestKind.Topic);
        return form.Consent.Length == 0 ? (null, "Say where and when these people agreed to get mail.")
            : topics.Count > SignUpForms.MaxTopics || topics.Any(t => t.Text.Length > FieldLimits.Phrase)
                ? (null, $"Give at most {SignUpForms.MaxTopics} topics of {FieldLimits.Phrase} characters.")
            : !TimeZones.IsKnown(form.Zone) ? (null, "Choose a time zone from the list, such as Europe/Zurich.")
            : (new ImportOrder(form.Invite, form.Consent, [.. topics.Select(t => t.Text)], form.Hour, form.Zone), null);
    }

    private async Task<IActionResult> PageAsync(HttpRequest request, ImportForm form, string? error, CancellationToken cancellationToken)
    {
        var newest = await imports.ListAsync(cancellationToken).Take(Shown).ToListAsync(cancellationToken);
        var shown = await Task.WhenAll(newest.Select(async i => ViewOf(i, await imports.DoneAsync(i.Id, cancellationToken))));
        return await pages.PrivateAsync<ImportsPage, ImportsView>(
            request,
            new ImportsView
            {
                Frame = pages.Frame(request), Root = OperatorPages.RootOf(request), Key = OperatorPages.KeyOf(request), Error = error,
                Done = error is null
                    && request.Query("done") == Actions.Import ? "The import has started. This page shows how far it is." : null,
                Form = form, Zones = TimeZones.All, Imports = shown,
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static ImportView ViewOf(PeopleImport import, ImportCounts done) => new(
        import.Id, import.At, import.Invite, import.Consent, import.People, done.Added, done.Known,
        [.. import.Refused.Take(ShownRows).Select(r => (r.Line, r.Reason))], import.RefusedCount);

    private async Task<IActionResult> ReportAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var id = request.Query("id");
        if (!PeopleImport.IsId(id) || await imports.FindAsync(id, cancellationToken) is not { } import)
        {
            return await pages.NotFoundAsync(request, "import");
        }

        var lines = new StringBuilder("line,reason\r\n");
        foreach (var row in import.Refused)
        {
            lines.Append($"{row.Line},{OperatorPeople.Cell(row.Reason)}\r\n");
        }

        HttpResults.Common(request);
        request.HttpContext.Response.Headers.CacheControl = SecurityHeaders.PrivateCaching;
        return new FileContentResult(Encoding.UTF8.GetBytes(lines.ToString()),
            "text/csv; charset=utf-8")
        { FileDownloadName = "refused-rows.csv" };
    }
}
