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
    private readonly CountedStream _counted;
    private readonly OpenedContent _opened;
    private readonly DigestSource _source;
    private readonly FormatChoice _choice;
    private readonly ReceiptBuilder _builder;
    private readonly long _started = Stopwatch.GetTimestamp();
    private Utf8Validator? _utf8;
    private bool _asked;
    private Receipt? _complete;

    internal DigestReading(CountedStream counted, OpenedContent opened, DigestSource source, FormatChoice choice)
    {
        (_counted, _opened, _source, _choice) = (counted, opened, source, choice);
        _builder = new ReceiptBuilder(opened.Skipped, choice.Format is { HoldsOnlyPapers: true });
        foreach (var problem in opened.Problems.Concat(choice.Problems))
        {
            _builder.Add(problem);
        }
    }

    /// <summary>What is known so far: format and guesses from the start, the date before the first entry where the file begins with
    /// it; complete once all entries were read.</summary>
    public Receipt Receipt => _complete ?? Sum();

    /// <summary>The format could not be decided: no entries, two guesses in the receipt, a problem that says how to settle it.
    /// For what is inside a container this is known once the entries were asked for.</summary>
    public bool Quarantined => _choice.Undecided || _builder.Undecided;

    /// <summary>Of the entries so far, more than half do not look like papers.</summary>
    public bool NeedsReview => _builder.Doubtful * 2 > _builder.Entries;

    /// <summary>Why the entry that was given last does not look like a paper; null where it does.</summary>
    internal string? LastDoubt => _builder.LastDoubt;

    /// <summary>The entries in the order of the file; may be asked for once. Content never makes it throw: what could not be
    /// read is a problem in the receipt. A failure of the stream itself is thrown as it came.</summary>
    public async IAsyncEnumerable<Entry> EntriesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_asked)
        {
            throw new InvalidOperationException("The entries of a digest can be read once; open the content again.");
        }

        _asked = true;
        if (_choice.Format is { } format)
        {
            _utf8 = format.IsUtf8 && !Utf8Validator.IsDeclaredOtherwise(_opened.Head) ? new Utf8Validator(_opened.Content) : null;
            await using var items = format.ReadAsync(_utf8 ?? _opened.Content, _source, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(items, cancellationToken) is { } item)
            {
                if (_builder.Take(item) is { } entry)
                {
                    yield return entry with { Paper = entry.Paper.Readable() };
                }
            }

            _builder.Close();
        }

        _complete = Sum();
    }

    private async ValueTask<DigestItem?> NextAsync(IAsyncEnumerator<DigestItem> items, CancellationToken cancellationToken)
    {
        try
        {
            var found = await items.MoveNextAsync();
            if (_utf8?.Take() is { } problem)
            {
                _builder.Take(new DigestItem.Trouble(problem));
            }

            return found ? items.Current : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && _counted.Failure is null)
        {
            _builder.Add(new Problem(0, $"Reading as {_choice.Format!.Name} stopped here: {e.Message}", null, _counted.Position));
            return null;
        }
    }

    private Receipt Sum() => _builder.ToReceipt(_choice) with
    {
        Bytes = _counted.Position,
        Duration = Stopwatch.GetElapsedTime(_started),
    };
}
