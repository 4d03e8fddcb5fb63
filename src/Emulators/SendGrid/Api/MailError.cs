using System.Text.Json.Nodes;

namespace PaperFunctions.Emulators.SendGrid.Api;

/// <summary>One error of a refused call, in SendGrid's shape.</summary>
internal sealed record MailError(string Message, string? Field, string? Help)
{
    private const string Errors = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.";

    /// <param name="field">Where in the body, such as <c>personalizations.0.to</c>.</param>
    /// <param name="topic">The part of the documentation that explains it.</param>
    public static MailError At(string field, string topic, string message) => new(message, field, Errors + topic);

    public static JsonObject Body(IEnumerable<MailError> errors) => new()
    {
        ["errors"] = new JsonArray(
            [.. errors.Select(error => new JsonObject { ["message"] = error.Message, ["field"] = error.Field, ["help"] = error.Help })]),
    };
}
