using System.Diagnostics;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Demo;

/// <summary>Drops the files of a demo run, all at once, and notes when the last one was stored and indexed.</summary>
internal sealed class DemoIngest(LocalRuntime stack)
{
    private double _stored;

    public IReadOnlyList<Digest> Digests { get; private set; } = [];

    /// <summary>Seconds from the first drop until the last digest was stored.</summary>
    public double StoredAfter => Math.Round(_stored, 3);

    /// <summary>Seconds from then until the last digest was indexed.</summary>
    public double IndexedAfter { get; private set; }

    public async Task RunAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var drop = stack.Services.GetRequiredService<DigestDrop>();
        var digests = new Digest[files.Count];
        await Parallel.ForAsync(0, files.Count, cancellationToken, async (i, token) =>
        {
            var dropped = await drop.UploadAsync(files[i], token);
            stack.Functions.Nudge();
            digests[i] = await drop.WaitAsync(dropped, Note(clock), token);
        });
        Digests = digests;
        IndexedAfter = Math.Round(clock.Elapsed.TotalSeconds - _stored, 3);
    }

    /// <summary>Notes the latest moment at which a digest was first seen as stored.</summary>
    private Action<Digest> Note(Stopwatch clock)
    {
        var stored = false;
        return digest =>
        {
            if (!stored && digest.IsSettled)
            {
                stored = true;
                lock (clock)
                {
                    _stored = Math.Max(_stored, clock.Elapsed.TotalSeconds);
                }
            }
        };
    }
}
