using Microsoft.Extensions.Logging.Abstractions;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;
using PaperFunctions.Tests.Memory;

namespace PaperFunctions.Tests.Flow.Ingest.Store;

/// <summary>Digests with the same few works under different names, stored at the same time in random interleavings.</summary>
public class ConcurrentStoreTests
{
    private const int Works = 4;

    [Fact]
    public void Runs_beside_each_other_leave_one_row_a_paper_and_arrivals_that_match()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            new Scene(seed, stops: 0).Run();
        }
    }

    [Fact]
    public void Runs_that_are_killed_anywhere_and_tried_again_leave_the_same()
    {
        for (var seed = 1001; seed <= 1300; seed++)
        {
            new Scene(seed, stops: 0.01).Run();
        }
    }

    private sealed class Scene(int seed, double stops)
    {
        private readonly Random _random = new(seed);
        private readonly MemoryPaperTable _papers = new();
        private readonly MemoryArrivalTable _arrivals = new();
        private readonly MemoryDigestTable _digests = new();
        private readonly TestClock _clock = new();

        public void Run()
        {
            var unsteady = new Unsteadiness(_random, stops);
            var store = new StoreEntries(
                new UnsteadyPaperTable(_papers, unsteady), new UnsteadyArrivalTable(_arrivals, unsteady), _digests, new MemoryLookUps(),
                _clock, NullLogger<StoreEntries>.Instance);
            var drops = Enumerable.Range(0, 5).Select(i => (Digest: NewDigest($"seed {seed}, digest {i}"), Entries: NewEntries())).ToList();
            Shuffled.Run(_random, drops.Select(d => (Func<Task>)(() => UntilDoneAsync(store, d.Digest, d.Entries))));
            Check([.. drops.SelectMany(d => d.Entries).Select(e => e.Paper)]);
        }

        /// <summary>The queue's part: what stopped, or lost against the others, is tried again.</summary>
        private async Task UntilDoneAsync(StoreEntries store, Digest digest, IReadOnlyList<Entry> entries)
        {
            while (true)
            {
                try
                {
                    _clock.Advance(_random.Next(20) == 0 ? TimeSpan.FromMinutes(45) : TimeSpan.FromMilliseconds(_random.Next(2)));
                    await store.RunAsync(digest, entries, likelyNew: _random.Next(2) == 0, CancellationToken.None);
                    return;
                }
                catch (Exception e) when (e is StoppedException or IOException)
                {
                    await Task.Yield();
                }
            }
        }

        private void Check(IReadOnlyList<Paper> seen)
        {
            var arrived = Wait(_arrivals.ReadAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, CancellationToken.None).ToListAsync()
                .AsTask());
            var former = arrived.SelectMany(a => a.FormerIds).ToHashSet();

            // What a killed run left behind is passed over in the same way by FindCandidates.
            arrived.RemoveAll(a => former.Contains(a.Id));
            arrived = [.. arrived.AsEnumerable().Reverse().DistinctBy(a => a.Id)];
            var known = new HashSet<PaperId>();
            foreach (var work in seen.GroupBy(p => TitleKey.Of(p.Title)))
            {
                var names = work.SelectMany(PaperKey.Of).Select(k => k.ToId()).Distinct().ToList();
                var rows = Wait(_papers.FindWithTargetsAsync(names, CancellationToken.None));
                var found = names.Select(n => Wait(_papers.ResolveAsync([n], CancellationToken.None))).ToList();
                Assert.True(found.TrueForAll(f => f.Count == 1), $"seed {seed}: a name of '{work.Key}' leads nowhere");
                var paper = found[0][0];
                Assert.True(found.TrueForAll(f => f[0].Id == paper.Id), $"seed {seed}: '{work.Key}' is more than one paper");
                Assert.True(rows.Values.OfType<PaperRow.Known>().Count() == 1, $"seed {seed}: '{work.Key}' has more than one row");
                Assert.Equal(Text(work.Aggregate(PaperUnion.Of)), Text(paper.Paper));
                Assert.DoesNotContain(paper.Id, paper.FormerIds);
                var arrival = arrived.Find(a => a.Id == paper.Id);
                Assert.True(arrival is not null, $"seed {seed}: '{work.Key}' has no arrival");
                Assert.True(PaperText.Same(paper, arrival), $"seed {seed}: the arrival of '{work.Key}' is out of date");
                known.Add(paper.Id);
            }

            Assert.DoesNotContain(arrived, a => !known.Contains(a.Id));
        }

        /// <summary>A paper that came once has its lists in its own order; a union sorts them.</summary>
        private static string Text(Paper paper) => PaperText.Of(PaperUnion.Of(paper, paper));

        private static Digest NewDigest(string name) => new() { Id = Digest.IdOf(name), Name = name, ContentHash = new string('a', 64) };

        private List<Entry> NewEntries() =>
            [.. Enumerable.Range(0, _random.Next(1, 6)).Select(i => new Entry(i + 1, i + 1, Describe(_random.Next(Works))))];

        /// <summary>A work under its title and some of its ids.</summary>
        private Paper Describe(int work) => new()
        {
            Title = _random.Next(2) == 0 ? $"Kettle study number {work}" : $"KETTLE Study, Number {work}",
            Abstract = new string('x', _random.Next(3)),
            ArxivId = _random.Next(2) == 0 ? $"2401.0000{work}" : null,
            Doi = _random.Next(2) == 0 ? $"10.55555/{work}" : null,
            Categories = [$"c{_random.Next(3)}"],
        };

        private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
    }
}
