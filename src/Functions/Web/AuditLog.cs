using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web;

/// <summary>One line for whatever somebody may have to look up later: what operators did, and what was refused. The lines have the category
/// <see cref="Category"/> and the event ids 9101 to 9104; docs/runbook.md says how to read them.</summary>
/// <remarks>No line holds a mail address or a token. Of a client it names the network alone, which is enough to see where an attack comes
/// from.</remarks>
public sealed partial class AuditLog(ILoggerFactory loggers)
{
    public const string Category = "PaperFunctions.Audit";

    private const int MaxText = 120;

    private static readonly int[] Refused =
    [
        StatusCodes.Status302Found, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
    ];

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    /// <summary>Notes what an operator did: each form that was let in, and each export. Pages that were only looked at are left
    /// out.</summary>
    public void Operated(HttpRequest request, IActionResult answer)
    {
        var status = answer is IStatusCodeActionResult { StatusCode: { } code } ? code
            : answer is RedirectResult ? StatusCodes.Status302Found : StatusCodes.Status200OK;
        var isExport = request.Path.Value?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) == true;
        if ((HttpMethods.IsPost(request.Method) || isExport) && !Refused.Contains(status))
        {
            var form = request.PostedForm();
            Log.Operated(
                _logger, request.HttpContext.Items[typeof(AuditLog)] as string ?? "a function key", request.Path,
                    Short(form?.Value(FieldNames.Action)),
                Short(form?.Value(FieldNames.Target)), status);
        }
    }

    /// <summary>Remembers who asks. Whoever comes with a function key instead is known to nobody.</summary>
    /// <param name="id">Entra object id.</param>
    public static void LetIn(HttpRequest request, string id) => request.HttpContext.Items[typeof(AuditLog)] = id;

    public void LoginRefused(HttpRequest request, string reason) =>
        Log.LoginRefused(_logger, request.Method, request.Path, reason, ClientAddress.NetworkOf(request));

    public void BadToken(HttpRequest request, TokenFault fault) =>
        Log.BadToken(_logger, request.Method, request.Path, fault, ClientAddress.NetworkOf(request));

    public void ForgedEvent(HttpRequest request) => Log.ForgedEvent(_logger, request.Path, ClientAddress.NetworkOf(request));

    private static string Short(string? text) => CleanText.Shorten(CleanText.Line(text ?? ""), MaxText);

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 9101, Level = LogLevel.Information, Message = "Operator {Operator}: {Path}, {Action} {Target}, answered {Status}")]
        public static partial void Operated(ILogger logger, string @operator, PathString path, string action, string target, int status);

        [LoggerMessage(
            EventId = 9102, Level = LogLevel.Information, Message = "Login refused at {Method} {Path}: {Reason}; from {Network}")]
        public static partial void LoginRefused(ILogger logger, string method, PathString path, string reason, string network);

        [LoggerMessage(EventId = 9103, Level = LogLevel.Information, Message = "Bad link at {Method} {Path}: {Fault}; from {Network}")]
        public static partial void BadToken(ILogger logger, string method, PathString path, TokenFault fault, string network);

        [LoggerMessage(
            EventId = 9104, Level = LogLevel.Information,
            Message = "Mail events at {Path} were not signed by the provider just now; from {Network}")]
        public static partial void ForgedEvent(ILogger logger, PathString path, string network);
    }
}
