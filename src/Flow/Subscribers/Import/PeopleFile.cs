using NodaTime;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Formats.Tables;

namespace PaperFunctions.Flow.Subscribers.Import;

/// <summary>A list of people that an operator brings along, read whole before anybody of it is added.</summary>
/// <param name="People">Those that can be added, each address once.</param>
/// <param name="Refused">The other rows, in the order of the file.</param>
public sealed record PeopleFile(IReadOnlyList<ImportedPerson> People, IReadOnlyList<RefusedRow> Refused)
{
    /// <summary>Longest file, in bytes.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Rows that are read; a longer list is to be given in parts.</summary>
    public const int MaxRows = 20_000;

    /// <summary>Topics of one person.</summary>
    public const int MaxTopics = 30;

    /// <summary>States elsewhere in which somebody must get no mail from here: listmonk's, Mailchimp's, our own.</summary>
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
        { "unsubscribed", "blocklisted", "blacklisted", "cleaned", "bounced", "suppressed", "disabled", "archived", "nonsubscribed",
            "non-subscribed" };

    /// <param name="order">How they are to be added.</param>
    /// <exception cref="InvalidDataException">It is no such list; the message says what to do.</exception>
    public static async Task<PeopleFile> ReadAsync(Stream content, ImportOrder order, CancellationToken cancellationToken)
    {
        var (people, refused, seen) = (new List<ImportedPerson>(), new List<RefusedRow>(),
            new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        PeopleColumns? columns = null;
        await foreach (var row in DelimitedRecords.ReadAsync(content, cancellationToken))
        {
            if (columns is null)
            {
                columns = new PeopleColumns(row.Values);
                continue;
            }

            if (people.Count + refused.Count == MaxRows)
            {
                refused.Add(new RefusedRow(row.Line,
                    $"This row and those after it were not read: a file has at most {MaxRows:N0}. Import the rest as another file."));
                break;
            }

            var (person, reason) = Read(columns, row, order);
            reason ??= seen.Add(person!.Email) ? null : "The same address stands in an earlier row.";
            if (reason is null)
            {
                people.Add(person!);
            }
            else
            {
                refused.Add(new RefusedRow(row.Line, reason));
            }
        }

        return columns is { HasEmail: true }
            ? new PeopleFile(people, refused)
            : throw new InvalidDataException("The first line names no column of addresses. Name it \"email\" or \"Email Address\".");
    }

    private static (ImportedPerson? Person, string? Reason) Read(PeopleColumns columns, DelimitedRecord row, ImportOrder order)
    {
        if (row.Problem is { } problem)
        {
            return (null, problem);
        }

        var (status, zone) = (columns.Value(row.Values, PeopleField.Status), columns.Value(row.Values, PeopleField.Zone));
        var topics = TopicsOf(columns.Topics(row.Values));
        return EmailAddress.Normalise(columns.Value(row.Values, PeopleField.Email)) is not { } email ? (null,
            "It has no valid mail address.")
            : Left.Contains(status) || columns.Value(row.Values, PeopleField.LeftAt).Length > 0
                ? (null, "This person has left that list, or mail to them came back: nobody is brought back by an import.")
            : !order.Invite && status.Equals("pending", StringComparison.OrdinalIgnoreCase)
                ? (null, "This person has not confirmed there: import the row with an invitation.")
            : topics.Count > MaxTopics || topics.Any(t => t.Length > InterestLimits.MaxLength)
                ? (null, $"At most {MaxTopics} topics of {InterestLimits.MaxLength} characters.")
            : topics.Count == 0 && order.Topics.Count == 0 ? (null, "It has no topics, and none were given for those without.")
            : (new ImportedPerson(
                email, topics.Count > 0 ? topics : null, DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? null : zone,
                ConsentOf(columns, row.Values)), null);
    }

    private static string? ConsentOf(PeopleColumns columns, IReadOnlyList<string> values) =>
        columns.Value(values, PeopleField.Consent) is { Length: > 0 } said ? CleanText.Shorten(CleanText.Line(said), ImportOrder.MaxConsent)
        : columns.Value(values,
            PeopleField.ConfirmedAt) is { Length: > 0 } at ? $"Confirmed there on {CleanText.Shorten(CleanText.Line(at), 40)}."
        : null;

    private static List<string> TopicsOf(string lines) =>
        [.. lines.Split(['\n', '\r',
            ';']).Select(t => CleanText.Line(t).Trim()).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>A row that was not taken.</summary>
/// <param name="Line">In the file, from 1.</param>
/// <param name="Reason">What is wrong, without what the row holds: a report is kept for longer than the file.</param>
public sealed record RefusedRow(int Line, string Reason);
