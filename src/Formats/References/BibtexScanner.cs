using System.Buffers;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>One "@kind{...}" of a BibTeX file, its body without the outer delimiters.</summary>
internal sealed record BibtexChunk(string Kind, string Body, int Line, Problem? Problem);

/// <summary>Cuts a BibTeX file into its entries, holding one at a time.</summary>
/// <remarks>BibTeX demands balanced braces even within quotes, so braces alone find the end. Where they are not balanced, a line that
/// starts a new entry ends the open one; so one bad entry costs no other.</remarks>
internal sealed class BibtexScanner(TextReader reader)
{
    /// <summary>Longest entry in characters, 1 Mi.</summary>
    private const int MaxEntry = 1 << 20;

    private static readonly SearchValues<char> Signs = SearchValues.Create("{})\"\n\\");

    private char[] buffer = new char[1 << 16];
    private int start;
    private int end;
    private int line = 1;
    private bool over;

    /// <summary>The next entry, null at the end.</summary>
    public async ValueTask<BibtexChunk?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf('@');
            Advance(at < 0 ? end - start : at);
            if (at < 0)
            {
                if (over)
                {
                    return null;
                }

                await FillAsync(cancellationToken);
                continue;
            }

            while (end - start < 256 && !over)
            {
                await FillAsync(cancellationToken);
            }

            if (BibtexOpening.Match(buffer.AsSpan(start, end - start)) is { } opening)
            {
                return await BodyAsync(opening, cancellationToken);
            }

            Advance(1);
        }
    }

    private async ValueTask<BibtexChunk> BodyAsync(BibtexOpening opening, CancellationToken cancellationToken)
    {
        var (from, first) = (opening.Length, line);
        var balance = new BibtexBalance(opening.Round);
        while (true)
        {
            var stop = balance.Scan(buffer.AsSpan(start, end - start), from, Signs, over);
            if (stop.Found != BibtexStop.More)
            {
                return Take(opening, stop, first);
            }

            if (over || end - start > MaxEntry)
            {
                return await GiveUpAsync(opening, first, cancellationToken);
            }

            from = stop.At;
            await FillAsync(cancellationToken);
        }
    }

    private BibtexChunk Take(BibtexOpening opening, (BibtexStop Found, int At) stop, int first)
    {
        var body = new string(buffer.AsSpan(start + opening.Length, stop.At - opening.Length));
        var closed = stop.Found == BibtexStop.Closed;
        Advance(stop.At + (closed ? 1 : 0));
        return new(opening.Kind, body, first, closed ? null : NotClosed(first));
    }

    /// <summary>At the end of the file, or of what an entry may be: what is there is read, the rest of a long one passed over.</summary>
    private async ValueTask<BibtexChunk> GiveUpAsync(BibtexOpening opening, int first, CancellationToken cancellationToken)
    {
        var problem = over ? NotClosed(first) : new Problem(first, "The entry is longer than a million characters; only its start was read. Close its braces.");
        var body = new string(buffer.AsSpan(start + opening.Length, end - start - opening.Length));
        Advance(end - start);
        while (!over)
        {
            await FillAsync(cancellationToken);
            var at = BibtexOpening.FindAtLineStart(buffer.AsSpan(start, end - start));
            Advance(at >= 0 ? at : Math.Max(0, end - start - (over ? 0 : 256)));
            if (at >= 0)
            {
                break;
            }
        }

        return new(opening.Kind, body, first, problem);
    }

    private static Problem NotClosed(int line) => new(line, "The entry is not closed; it was read up to where the next one starts. Check its braces.", 1);

    private void Advance(int count)
    {
        line += buffer.AsSpan(start, count).Count('\n');
        start += count;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await reader.ReadAsync(buffer.AsMemory(end), cancellationToken);
        end += read;
        over = read == 0;
    }
}
