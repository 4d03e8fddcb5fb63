using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>Reads the sign-up form: every field checked, each fault said beside its field.</summary>
internal static class SignUpForms
{
    public const int MaxTopics = 30;

    /// <returns>The wish where all is well, else null; and the form as it was filled in, with its errors.</returns>
    public static (SignUp? Wish, SignUpForm Form) Read(IFormCollection form)
    {
        var errors = new Dictionary<string, string>();
        var email = EmailAddress.Normalise(form.Value(FieldNames.Email));
        Check(errors, FieldNames.Email, email is not null, "Give one mail address, such as name@example.org.");
        var topics = InterestLines.Read(form.Value(FieldNames.Topics), InterestKind.Topic);
        Check(errors, FieldNames.Topics, topics.Count is > 0 and <= MaxTopics, $"Name between one and {MaxTopics} topics, one a line.");
        Check(errors, FieldNames.Topics, topics.All(t => t.Text.Length <= FieldLimits.Phrase),
            $"A topic has at most {FieldLimits.Phrase} characters.");
        var hour = Number(form.Value(FieldNames.Hour), 0, 23);
        Check(errors, FieldNames.Hour, hour is not null, "Choose an hour from 0 to 23.");
        var zone = form.Value(FieldNames.Zone).Trim();
        Check(errors, FieldNames.Zone, TimeZones.IsKnown(zone), "Choose a time zone from the list, such as Europe/Zurich.");
        var size = Number(form.Value(FieldNames.Size), 1, 50);
        Check(errors, FieldNames.Size, size is not null, "Choose between 1 and 50 papers.");
        var weekly = form.Value(FieldNames.Cadence) == "weekly";
        Check(errors, FieldNames.Cadence, form.Value(FieldNames.Cadence) is "" or "daily" or "weekly", "Choose daily or weekly.");
        var shown = new SignUpForm
        {
            Email = Cut(form.Value(FieldNames.Email), FieldLimits.Email),
            Topics = Cut(form.Value(FieldNames.Topics), FieldLimits.Lines),
            Hour = hour ?? 7,
            Zone = Cut(zone, FieldLimits.Zone),
            Weekly = weekly,
            Size = Cut(form.Value(FieldNames.Size), 10),
            Errors = errors,
        };
        return errors.Count > 0
            ? (null, shown)
            : (new SignUp(1, email!, [.. topics.Select(t => t.Text)], hour!.Value, zone, weekly, size!.Value), shown);
    }

    public static int? Number(string text, int least, int most) =>
        int.TryParse(text, out var number) && number >= least && number <= most ? number : null;

    public static void Check(Dictionary<string, string> errors, string field, bool isFine, string sentence)
    {
        if (!isFine)
        {
            errors.TryAdd(field, sentence);
        }
    }

    public static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
