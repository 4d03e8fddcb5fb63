using System.Buffers;

namespace PaperFunctions.Formats.Shared.Input;

/// <summary>Bytes to lines over one pooled buffer; <c>\n</c>, <c>\r\n</c> and <c>\r</c> end a line.</summary>
/// <remarks>Memory is bounded by <see cref="MaxLine"/>: the rest of a longer line is skipped and <see cref="Cut"/> is set.</remarks>
public sealed class LineReader(Stream content) : IDisposable
{
    /// <summary>Bytes kept of a line, 1 MiB: a thousand times the length of an abstract.</summary>
    public const int MaxLine = 1 << 20;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _start;
    private int _end;
    private long _consumed;
    private bool _ended;
    private bool _afterReturn;
    private (int From, int Length) _line;
    private byte[]? _cutLine;

    /// <summary>The current line without its end; valid until the next call.</summary>
    public ReadOnlySpan<byte> Line => _cutLine ?? _buffer.AsSpan(_line.From, _line.Length);

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Offset of the line's first byte.</summary>
    public long Offset { get; private set; }

    /// <summary>The line was longer than <see cref="MaxLine"/>.</summary>
    public bool Cut => _cutLine is not null;

    /// <summary>False at the end of the content.</summary>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken = default)
    {
        _cutLine = null;
        return TryTake(_start) ? new(true) : NextSlowlyAsync(cancellationToken);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private async ValueTask<bool> NextSlowlyAsync(CancellationToken cancellationToken)
    {
        while (!_ended)
        {
            var searched = _end - _start;
            if (searched > MaxLine)
            {
                return await CutAsync(cancellationToken);
            }

            await FillAsync(cancellationToken);
            if (TryTake(_start + searched))
            {
                return true;
            }
        }

        SkipNewline();
        if (_start == _end)
        {
            return false;
        }

        Take(_end - _start, 0);
        return true;
    }

    private bool TryTake(int from)
    {
        if (from == _start)
        {
            SkipNewline();
            from = _start;
        }

        var at = _buffer.AsSpan(from, _end - from).IndexOfAny((byte)'\n', (byte)'\r');
        if (at < 0)
        {
            return false;
        }

        _afterReturn = _buffer[from + at] == '\r';
        Take(from + at - _start, 1);
        return true;
    }

    private void SkipNewline()
    {
        if (_afterReturn && _start < _end)
        {
            _afterReturn = false;
            if (_buffer[_start] == '\n')
            {
                _start++;
                _consumed++;
            }
        }
    }

    private void Take(int length, int terminator)
    {
        _line = (_start, length);
        Offset = _consumed;
        Number++;
        _start += length + terminator;
        _consumed += length + terminator;
    }

    /// <summary>Keeps the start of the line and reads on to its end.</summary>
    private async ValueTask<bool> CutAsync(CancellationToken cancellationToken)
    {
        _cutLine = _buffer.AsSpan(_start, MaxLine).ToArray();
        Take(MaxLine, 0);
        await SkipLineAsync(cancellationToken);
        return true;
    }

    private async ValueTask SkipLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOfAny((byte)'\n', (byte)'\r');
            var skipped = at < 0 ? _end - _start : at + 1;
            _afterReturn = at >= 0 && _buffer[_start + at] == '\r';
            _start += skipped;
            _consumed += skipped;
            if (at >= 0 || _ended)
            {
                return;
            }

            await FillAsync(cancellationToken);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0 || _end == _buffer.Length)
        {
            Grow(_end == _buffer.Length && _start == 0 ? _buffer.Length * 2 : _buffer.Length);
        }

        var read = await content.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _ended = read == 0;
        _end += read;
    }

    /// <summary>Moves the unread bytes to the front, into a larger buffer where asked.</summary>
    private void Grow(int size)
    {
        var old = _buffer;
        if (size > _buffer.Length)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(size);
        }

        old.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (!ReferenceEquals(old, _buffer))
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}
