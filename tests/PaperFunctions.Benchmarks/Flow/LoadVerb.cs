using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Benchmarks.Formats;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;

namespace PaperFunctions.Benchmarks.Flow;

/// <summary><c>load</c>: editions a second when many readers are due at once, through the whole local product; the requests that it sent
/// for them, and its memory.</summary>
internal static partial class LoadVerb
{
    private static readonly string[] Subjects = ["kelp forests", "bell casting", "moss gardens", "tidal clocks", "stone bridges",
        "night trains"];

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Options(args);
        var (readers, papers) = ((int)options.Number("readers", 1000), (int)options.Number("papers", 480));
        var (data, clock) = (Directory.CreateTempSubdirectory("paperfunctions-load-").FullName, new AheadClock());
        try
        {
            await using var stack = await LocalRuntime.StartAsync(OptionsOf(data, clock), CancellationToken.None);
            await DropAsync(stack, Path.Combine(data, "load.jsonl"), papers);
            var due = await EnrolAsync(stack, clock.GetUtcNow(), readers);
            using var requests = new RequestCount(PortsOf(stack.Addresses));
            clock.Ahead = due - DateTimeOffset.UtcNow + TimeSpan.FromSeconds(1);
            await MeasureAsync(stack, Path.Combine(data, "mail"), readers, requests);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }

        return 0;
    }

    private static LocalOptions OptionsOf(string data, AheadClock clock) => new()
    {
        Port = 0, MailPort = 0, DataFolder = data, RunTimers = false, Configure = services => services.AddSingleton<TimeProvider>(clock),
    };

    private static async Task MeasureAsync(LocalRuntime stack, string mail, int readers, RequestCount requests)
    {
        var (watch, peak, sent) = (Stopwatch.StartNew(), 0L, 0);
        await stack.Functions.RunNowAsync("OnHour");
        for (var still = 0; (sent < readers || stack.Functions.Running > 0) && still < 600; still++)
        {
            await Task.Delay(100);
            var now = Directory.EnumerateFiles(mail, "*.json").Count();
            (still, sent, peak) = (now > sent ? 0 : still, now, Math.Max(peak, Environment.WorkingSet));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sent} editions of {readers} in {watch.Elapsed.TotalSeconds:F1} s: {sent / watch.Elapsed.TotalSeconds:F1} a second; this "
            + $"process took {peak >> 20} MB at most"));
        foreach (var (what, count) in requests.Counts.OrderByDescending(c => c.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-16}{count,9}{(double)count / readers,9:F2} an edition"));
        }
    }

    private static async Task DropAsync(LocalRuntime stack, string file, int papers)
    {
        var (text, random) = (new StringBuilder(), new Random(5));
        for (var i = 0; i < papers; i++)
        {
            var (subject, word) = (Subjects[i % Subjects.Length], $"study {i} of {(char)('a' + random.Next(26))}{random.Next(1_000_000)}");
            var line = new
            {
                title = $"{subject} in {word}",
                @abstract = $"We measure {subject}, and say what {word} tells of them. {new string('m', 600)}"
            };
            text.Append(JsonSerializer.Serialize(line)).Append('\n');
        }

        await File.WriteAllTextAsync(file, text.ToString());
        await FirstStart.DropAsync(stack, [file], CancellationToken.None);
    }

    /// <returns>The hour at which all of them are due.</returns>
    private static async Task<DateTimeOffset> EnrolAsync(LocalRuntime stack, DateTimeOffset now, int readers)
    {
        var due = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour + 1), TimeSpan.Zero);
        var (subscribers, dues) = (stack.Services.GetRequiredService<ISubscriberTable>(), stack.Services.GetRequiredService<IDueTable>());
        var people = Enumerable.Range(0, readers).Select(i => new Subscriber
        {
            Id = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()),
            Email = $"load{i}@example.org",
            State = SubscriberState.Active,
            Interests = [new Interest(InterestKind.Topic, Subjects[i % Subjects.Length])],
            Plan = new DeliveryPlan { Hour = due.Hour },
            LastCutoff = now.AddDays(-1),
            NextDue = due,
        }).ToList();
        await Parallel.ForEachAsync(people, async (p, token) => await subscribers.TrySaveAsync(new(p, null), token));
        await dues.PutAsync(
            [.. people.Select(p => new Due(p.Id, due, due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Cutoff: p.LastCutoff))],
            default);
        return due;
    }

    private static Dictionary<int, string> PortsOf(LocalAddresses addresses)
    {
        var ports = Endpoint().Matches(addresses.Storage)
            .ToDictionary(m => int.Parse(m.Groups["port"].ValueSpan, CultureInfo.InvariantCulture),
                m => m.Groups["service"].Value.ToLowerInvariant());
        (ports[new Uri(addresses.Mail).Port], ports[new Uri(addresses.Search).Port]) = ("mail", "search");
        return ports;
    }

    [GeneratedRegex(@"(?<service>Blob|Queue|Table)Endpoint=http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Endpoint();

    private sealed class AheadClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
