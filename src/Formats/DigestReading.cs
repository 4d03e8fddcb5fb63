using PaperFunctions.Formats.Shared.Text;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Detection;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats;

/// <summary>One digest being read: its entries once, then its receipt.</summary>
public sealed class DigestReading
{
    private readonly CountedStream counted;
    private readonly OpenedContent opened;
    private readonly DigestSource source;
    private readonly FormatChoice choice;
    private readonly ReceiptBuilder builder;
    private readonly long started = Stopwatch.GetTimestamp();
    private Utf8Validator? utf8;
    private bool asked;
    private Receipt? complete;

    internal DigestReading(CountedStream counted, OpenedContent opened, DigestSource source, FormatChoice choice)
    {
        (this.counted, this.opened, this.source, this.choice) = (counted, opened, source, choice);
        builder = new ReceiptBuilder(opened.Skipped, choice.Format is { HoldsOnlyPapers: true });
        foreach (var problem in opened.Problems.Concat(choice.Problems))
        {
            builder.Add(problem);
        }
    }

    /// <summary>What is known so far: format and guesses from the start, the date before the first entry where the file begins with
    /// it; complete once all entries were read.</summary>
    public Receipt Receipt => complete ?? Sum();

    /// <summary>The format could not be decided: no entries, two guesses in the receipt, a problem that says how to settle it.
    /// For what is inside a container this is known once the entries were asked for.</summary>
    public bool Quarantined => choice.Undecided || builder.Undecided;

    /// <summary>Of the entries so far, more than half do not look like papers.</summary>
    public bool NeedsReview => builder.Doubtful * 2 > builder.Entries;

    /// <summary>Why the entry that was given last does not look like a paper; null where it does.</summary>
    internal string? LastDoubt => builder.LastDoubt;

    /// <summary>The entries in the order of the file; may be asked for once. Content never makes it throw: what could not be
    /// read is a problem in the receipt. A failure of the stream itself is thrown as it came.</summary>
    public async IAsyncEnumerable<Entry> EntriesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (asked)
        {
            throw new InvalidOperationException("The entries of a digest can be read once; open the content again.");
        }

        asked = true;
        if (choice.Format is { } format)
        {
            utf8 = format.IsUtf8 && !Utf8Validator.IsDeclaredOtherwise(opened.Head) ? new Utf8Validator(opened.Content) : null;
            await using var items = format.ReadAsync(utf8 ?? opened.Content, source, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(items, cancellationToken) is { } item)
            {
                if (builder.Take(item) is { } entry)
                {
                    yield return entry with { Paper = entry.Paper.Readable() };
                }
            }

            builder.Close();
        }

        complete = Sum();
    }

    private async ValueTask<DigestItem?> NextAsync(IAsyncEnumerator<DigestItem> items, CancellationToken cancellationToken)
    {
        try
        {
            var found = await items.MoveNextAsync();
            if (utf8?.Take() is { } problem)
            {
                builder.Take(new DigestItem.Trouble(problem));
            }

            return found ? items.Current : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && counted.Failure is null)
        {
            builder.Add(new Problem(0, $"Reading as {choice.Format!.Name} stopped here: {e.Message}", null, counted.Position));
            return null;
        }
    }

    private Receipt Sum() => builder.ToReceipt(choice) with
    {
        Bytes = counted.Position,
        Duration = Stopwatch.GetElapsedTime(started),
    };
}
