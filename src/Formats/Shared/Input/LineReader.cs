using System.Buffers;

namespace PaperFunctions.Formats.Shared.Input;

/// <summary>Bytes to lines over one pooled buffer; <c>\n</c>, <c>\r\n</c> and <c>\r</c> end a line.</summary>
/// <remarks>Memory is bounded by <see cref="MaxLine"/>: the rest of a longer line is skipped and <see cref="Cut"/> is set.</remarks>
public sealed class LineReader(Stream content) : IDisposable
{
    /// <summary>Bytes kept of a line, 1 MiB: a thousand times the length of an abstract.</summary>
    public const int MaxLine = 1 << 20;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int start;
    private int end;
    private long consumed;
    private bool ended;
    private bool afterReturn;
    private (int From, int Length) line;
    private byte[]? cutLine;

    /// <summary>The current line without its end; valid until the next call.</summary>
    public ReadOnlySpan<byte> Line => cutLine ?? buffer.AsSpan(line.From, line.Length);

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Offset of the line's first byte.</summary>
    public long Offset { get; private set; }

    /// <summary>The line was longer than <see cref="MaxLine"/>.</summary>
    public bool Cut => cutLine is not null;

    /// <summary>False at the end of the content.</summary>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken = default)
    {
        cutLine = null;
        return TryTake(start) ? new(true) : NextSlowlyAsync(cancellationToken);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private async ValueTask<bool> NextSlowlyAsync(CancellationToken cancellationToken)
    {
        while (!ended)
        {
            var searched = end - start;
            if (searched > MaxLine)
            {
                return await CutAsync(cancellationToken);
            }

            await FillAsync(cancellationToken);
            if (TryTake(start + searched))
            {
                return true;
            }
        }

        SkipNewline();
        if (start == end)
        {
            return false;
        }

        Take(end - start, 0);
        return true;
    }

    private bool TryTake(int from)
    {
        if (from == start)
        {
            SkipNewline();
            from = start;
        }

        var at = buffer.AsSpan(from, end - from).IndexOfAny((byte)'\n', (byte)'\r');
        if (at < 0)
        {
            return false;
        }

        afterReturn = buffer[from + at] == '\r';
        Take(from + at - start, 1);
        return true;
    }

    private void SkipNewline()
    {
        if (afterReturn && start < end)
        {
            afterReturn = false;
            if (buffer[start] == '\n')
            {
                start++;
                consumed++;
            }
        }
    }

    private void Take(int length, int terminator)
    {
        line = (start, length);
        Offset = consumed;
        Number++;
        start += length + terminator;
        consumed += length + terminator;
    }

    /// <summary>Keeps the start of the line and reads on to its end.</summary>
    private async ValueTask<bool> CutAsync(CancellationToken cancellationToken)
    {
        cutLine = buffer.AsSpan(start, MaxLine).ToArray();
        Take(MaxLine, 0);
        await SkipLineAsync(cancellationToken);
        return true;
    }

    private async ValueTask SkipLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOfAny((byte)'\n', (byte)'\r');
            var skipped = at < 0 ? end - start : at + 1;
            afterReturn = at >= 0 && buffer[start + at] == '\r';
            start += skipped;
            consumed += skipped;
            if (at >= 0 || ended)
            {
                return;
            }

            await FillAsync(cancellationToken);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (start > 0 || end == buffer.Length)
        {
            Grow(end == buffer.Length && start == 0 ? buffer.Length * 2 : buffer.Length);
        }

        var read = await content.ReadAsync(buffer.AsMemory(end), cancellationToken);
        ended = read == 0;
        end += read;
    }

    /// <summary>Moves the unread bytes to the front, into a larger buffer where asked.</summary>
    private void Grow(int size)
    {
        var old = buffer;
        if (size > buffer.Length)
        {
            buffer = ArrayPool<byte>.Shared.Rent(size);
        }

        old.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (!ReferenceEquals(old, buffer))
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}
