using Microsoft.AspNetCore.Http;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>Reads the preferences form into a change of the subscriber.</summary>
internal static class PreferencesForms
{
    /// <returns>The change where all is well, else null; and the form as it was filled in, with its errors.</returns>
    public static (Func<Subscriber, Subscriber>? Change, PreferencesForm Form) Read(IFormCollection form)
    {
        var errors = new Dictionary<string, string>();
        var interests = Interests(form, errors);
        var plan = Plan(form, errors);
        var size = Size(form, errors);
        var exploration = form.Value(FieldNames.Exploration).Length > 0;
        var shown = new PreferencesForm
        {
            Topics = SignUpForms.Cut(form.Value(FieldNames.Topics), FieldLimits.Interests),
            Authors = SignUpForms.Cut(form.Value(FieldNames.Authors), FieldLimits.Interests),
            Muted = SignUpForms.Cut(form.Value(FieldNames.Muted), FieldLimits.Interests),
            Hour = plan.Hour,
            Zone = SignUpForms.Cut(form.Value(FieldNames.Zone).Trim(), FieldLimits.Zone),
            Days = plan.Days,
            InMinutes = form.Value(FieldNames.SizeIn) == "minutes",
            Papers = SignUpForms.Cut(form.Value(FieldNames.Papers), 10),
            Minutes = SignUpForms.Cut(form.Value(FieldNames.Minutes), 10),
            Exploration = exploration,
            PausedUntil = SignUpForms.Cut(form.Value(FieldNames.PausedUntil), 10),
            Errors = errors,
        };
        return errors.Count > 0
            ? (null, shown)
            : (s => s with { Interests = interests, Plan = plan, Size = size, Exploration = exploration }, shown);
    }

    private static List<Interest> Interests(IFormCollection form, Dictionary<string, string> errors)
    {
        var all = new List<Interest>();
        foreach (var (field, kind) in new[]
        {
            (FieldNames.Topics, InterestKind.Topic), (FieldNames.Authors, InterestKind.Author), (FieldNames.Muted, InterestKind.Muted),
        })
        {
            var read = InterestLines.Read(form.Value(field), kind);
            SignUpForms.Check(errors, field, read.Count <= InterestLimits.MaxOfAKind, $"At most {InterestLimits.MaxOfAKind} lines.");
            SignUpForms.Check(
                errors, field, read.All(i => i.Text.Length <= FieldLimits.Phrase), $"A line has at most {FieldLimits.Phrase} characters.");
            all.AddRange(read);
        }

        return all;
    }

    private static DeliveryPlan Plan(IFormCollection form, Dictionary<string, string> errors)
    {
        var hour = SignUpForms.Number(form.Value(FieldNames.Hour), 0, 23);
        SignUpForms.Check(errors, FieldNames.Hour, hour is not null, "Choose an hour from 0 to 23.");
        var zone = form.Value(FieldNames.Zone).Trim();
        SignUpForms.Check(errors, FieldNames.Zone, TimeZones.IsKnown(zone), "Choose a time zone from the list, such as Europe/Zurich.");
        DayOfWeek[] days = [.. Enum.GetValues<DayOfWeek>().Where(d => form[FieldNames.Days].Contains(d.ToString()))];
        SignUpForms.Check(errors, FieldNames.Days, days.Length > 0, "Choose at least one day; to get no mail for a while, set a pause.");
        var pause = form.Value(FieldNames.PausedUntil).Trim();
        DateOnly? until = DateOnly.TryParseExact(pause, "yyyy-MM-dd", out var day) ? day : null;
        SignUpForms.Check(
            errors, FieldNames.PausedUntil, pause.Length == 0
                || until is { Year: >= 2000 and < 2200 }, "Give a date such as 2027-01-31, or nothing.");
        return new DeliveryPlan
        {
            Hour = hour ?? 7,
            Zone = TimeZones.IsKnown(zone) ? zone : "Etc/UTC",
            Days = days.Length > 0 ? days : DeliveryPlan.Everyday,
            PausedUntil = until,
        };
    }

    private static EditionSize Size(IFormCollection form, Dictionary<string, string> errors)
    {
        if (form.Value(FieldNames.SizeIn) == "minutes")
        {
            var minutes = SignUpForms.Number(form.Value(FieldNames.Minutes), 1, 120);
            SignUpForms.Check(errors, FieldNames.Minutes, minutes is not null, "Choose between 1 and 120 minutes.");
            return new EditionSize(null, minutes ?? 10);
        }

        var papers = SignUpForms.Number(form.Value(FieldNames.Papers), 1, 50);
        SignUpForms.Check(errors, FieldNames.Papers, papers is not null, "Choose between 1 and 50 papers.");
        return new EditionSize(papers ?? EditionSize.Default.Papers, null);
    }
}
