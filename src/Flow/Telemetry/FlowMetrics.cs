using System.Diagnostics.Metrics;

namespace PaperFunctions.Flow.Telemetry;

/// <summary>The figures of the flow. Alerts and the workbook read them by name: infra/alerts/metrics.json.</summary>
public sealed class FlowMetrics
{
    public const string MeterName = "PaperFunctions.Flow";

    private readonly Counter<long> _papersIn;
    private readonly Counter<long> _problems;
    private readonly Counter<long> _documentsPushed;
    private readonly Counter<long> _editionsDue;
    private readonly Counter<long> _editionsSent;
    private readonly Counter<long> _editionsSkipped;
    private readonly Counter<long> _editionsFailed;
    private readonly Counter<long> _mailsWithheld;
    private readonly Gauge<double> _queueAge;

    public FlowMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _papersIn = meter.CreateCounter<long>("paperfunctions.papers.in", "{paper}", "Papers read from digests.");
        _problems = meter.CreateCounter<long>("paperfunctions.problems", "{problem}", "Places in digests that could not be read.");
        _documentsPushed = meter.CreateCounter<long>("paperfunctions.documents.pushed", "{document}", "Papers that the search index took.");
        _editionsDue = meter.CreateCounter<long>("paperfunctions.editions.due", "{edition}", "Editions whose hour has come.");
        _editionsSent = meter.CreateCounter<long>("paperfunctions.editions.sent", "{edition}", "Editions that the mail provider accepted.");
        _editionsSkipped = meter.CreateCounter<long>("paperfunctions.editions.skipped", "{edition}",
            "Editions skipped, for whatever reason.");
        _editionsFailed = meter.CreateCounter<long>("paperfunctions.editions.failed", "{edition}", "Attempts at editions that failed.");
        _mailsWithheld = meter.CreateCounter<long>(
            "paperfunctions.mails.withheld", "{mail}",
            "Mails to confirm or to sign in that were not sent: a limit of the day was reached.");

        // A gauge that is recorded, not observed: an instance that measured once must not repeat that figure until it is stopped.
        _queueAge = meter.CreateGauge<double>(
            "paperfunctions.queue.age", "s", "Age of the oldest message of a queue; 0 where there is none.");
    }

    /// <summary>A digest was read and stored.</summary>
    /// <param name="format">Name of the format that the digest was read as.</param>
    public void Read(string format, int papers, int problems)
    {
        KeyValuePair<string, object?> tag = new("format", format);
        _papersIn.Add(papers, tag);
        _problems.Add(problems, tag);
    }

    public void Pushed(int documents) => _documentsPushed.Add(documents);

    /// <summary>Each edition counts once, however often it is queued.</summary>
    public void Due(int editions) => _editionsDue.Add(editions);

    public void Sent() => _editionsSent.Add(1);

    public void Skipped() => _editionsSkipped.Add(1);

    /// <param name="error"><c>refused</c> where the provider said no for good, else the name of the exception's type.</param>
    public void Failed(string error) => _editionsFailed.Add(1, new KeyValuePair<string, object?>("error.type", error));

    /// <param name="limit"><c>address</c> or <c>site</c>.</param>
    public void Withheld(string limit) => _mailsWithheld.Add(1, new KeyValuePair<string, object?>("limit", limit));

    /// <param name="queue">Its name, such as <c>digests-stored</c> or <c>digests-stored-poison</c>.</param>
    public void Age(string queue, TimeSpan oldest) =>
        _queueAge.Record(oldest.TotalSeconds, new KeyValuePair<string, object?>("queue", queue));
}
