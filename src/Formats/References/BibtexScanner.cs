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

    private char[] _buffer = new char[1 << 16];
    private int _start;
    private int _end;
    private int _line = 1;
    private bool _over;

    /// <summary>The next entry, null at the end.</summary>
    public async ValueTask<BibtexChunk?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf('@');
            Advance(at < 0 ? _end - _start : at);
            if (at < 0)
            {
                if (_over)
                {
                    return null;
                }

                await FillAsync(cancellationToken);
                continue;
            }

            while (_end - _start < 256 && !_over)
            {
                await FillAsync(cancellationToken);
            }

            if (BibtexOpening.Match(_buffer.AsSpan(_start, _end - _start)) is { } opening)
            {
                return await BodyAsync(opening, cancellationToken);
            }

            Advance(1);
        }
    }

    private async ValueTask<BibtexChunk> BodyAsync(BibtexOpening opening, CancellationToken cancellationToken)
    {
        var (from, first) = (opening.Length, _line);
        var balance = new BibtexBalance(opening.Round);
        while (true)
        {
            var stop = balance.Scan(_buffer.AsSpan(_start, _end - _start), from, Signs, _over);
            if (stop.Found != BibtexStop.More)
            {
                return Take(opening, stop, first);
            }

            if (_over || _end - _start > MaxEntry)
            {
                return await GiveUpAsync(opening, first, cancellationToken);
            }

            from = stop.At;
            await FillAsync(cancellationToken);
        }
    }

    private BibtexChunk Take(BibtexOpening opening, (BibtexStop Found, int At) stop, int first)
    {
        var body = new string(_buffer.AsSpan(_start + opening.Length, stop.At - opening.Length));
        var closed = stop.Found == BibtexStop.Closed;
        Advance(stop.At + (closed ? 1 : 0));
        return new(opening.Kind, body, first, closed ? null : NotClosed(first));
    }

    /// <summary>At the end of the file, or of what an entry may be: what is there is read, the rest of a long one passed over.</summary>
    private async ValueTask<BibtexChunk> GiveUpAsync(BibtexOpening opening, int first, CancellationToken cancellationToken)
    {
        var problem = _over
            ? NotClosed(first)
            : new Problem(first, "The entry is longer than a million characters; only its start was read. Close its braces.");
        var body = new string(_buffer.AsSpan(_start + opening.Length, _end - _start - opening.Length));
        Advance(_end - _start);
        while (!_over)
        {
            await FillAsync(cancellationToken);
            var at = BibtexOpening.FindAtLineStart(_buffer.AsSpan(_start, _end - _start));
            Advance(at >= 0 ? at : Math.Max(0, _end - _start - (_over ? 0 : 256)));
            if (at >= 0)
            {
                break;
            }
        }

        return new(opening.Kind, body, first, problem);
    }

    private static Problem NotClosed(int line) =>
        new(line, "The entry is not closed; it was read up to where the next one starts. Check its braces.", 1);

    private void Advance(int count)
    {
        _line += _buffer.AsSpan(_start, count).Count('\n');
        _start += count;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await reader.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _over = read == 0;
    }
}
