using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>Finds the records in a stream of UTF-8 JSON and holds one at a time.</summary>
/// <param name="utf8">The file.</param>
/// <param name="shape">Where its records are.</param>
internal sealed class JsonSplitter(Stream utf8, JsonShape shape = default)
{
    public static readonly JsonDocumentOptions DocumentOptions = new() { AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Longest record in bytes.</summary>
    private const int MaxRecord = 8 << 20;

    public static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true,
    };

    private readonly JsonMend _mend = new();
    private readonly JsonPlaces _places = new(shape);
    private byte[] _buffer = new byte[1 << 16];
    private JsonReaderState _state = new(Options);
    private int _start;
    private int _end;
    private int _filled; // behind the end, which is that of what is mended
    private int _root = -1;
    private int _lines = 1;
    private int _needed;
    private bool _over;

    /// <summary>Line on which the record starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The name that the record stands under, where records are properties.</summary>
    public string? Key => _places.Key;

    /// <summary>The name of the group that the record is in, where groups are properties.</summary>
    public string? Group => _places.Group;

    /// <summary>Bytes read so far, up to the record's end.</summary>
    public long Position { get; private set; }

    /// <summary>The next record, null at the end; valid until the next call.</summary>
    /// <exception cref="JsonException">The JSON is broken, a record too long or nested too deep.</exception>
    public async ValueTask<Memory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryFind(out var record))
            {
                return record;
            }

            if (_over)
            {
                return null;
            }

            do
            {
                await FillAsync(cancellationToken);
            }
            while (_end - _start < _needed && !_over);
            _needed = 0;
        }
    }

    private bool TryFind(out Memory<byte> record)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _over, _state);
        record = default;
        while (true)
        {
            var (before, consumed) = (reader.CurrentState, (int)reader.BytesConsumed);
            if (_over && consumed == _end - _start || !reader.Read())
            {
                Advance((int)reader.BytesConsumed, reader.CurrentState);
                return false;
            }

            var from = (int)reader.TokenStartIndex;
            if (_places.IsRecord(ref reader))
            {
                if (!reader.TrySkip())
                {
                    Advance(consumed, before);
                    _needed = 2 * (_end - _start);
                    return false;
                }

                record = _buffer.AsMemory(_start + from, (int)reader.BytesConsumed - from);
                Line = _lines + _buffer.AsSpan(_start, from).Count((byte)'\n');
                _root = -1;
                Advance((int)reader.BytesConsumed, reader.CurrentState);
                return true;
            }

            if (Note(ref reader, from) is { } whole)
            {
                record = whole;
                Advance((int)reader.BytesConsumed, reader.CurrentState);
                Line = _lines - record.Span.Count((byte)'\n');
                return true;
            }
        }
    }

    /// <summary>Keeps track of where records would be; gives the outer object where it ends and held none.</summary>
    private Memory<byte>? Note(ref Utf8JsonReader reader, int from)
    {
        _places.Note(ref reader);
        if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.StartObject)
        {
            _root = _start + from;
        }
        else if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject && _root >= 0)
        {
            var whole = _buffer.AsMemory(_root, _start + (int)reader.BytesConsumed - _root);
            _root = -1;
            return whole;
        }

        return null;
    }

    private void Advance(int count, JsonReaderState now)
    {
        _lines += _buffer.AsSpan(_start, count).Count((byte)'\n');
        _start += count;
        Position += count;
        _state = now;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var keep = _root >= 0 && _start - _root < MaxRecord ? _root : _start;
        _root = keep == _root ? 0 : -1;
        _buffer.AsSpan(keep, _filled - keep).CopyTo(_buffer);
        (_start, _end, _filled) = (_start - keep, _end - keep, _filled - keep);
        if (_filled == _buffer.Length)
        {
            if (_end - _start >= MaxRecord)
            {
                throw new JsonException("A record is longer than 8 MiB.", null, _lines - 1, 0);
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await utf8.ReadAsync(_buffer.AsMemory(_filled), cancellationToken);
        _filled += read;
        _over = read == 0;
        _end += _mend.Mend(_buffer.AsSpan(_end, _filled - _end), _over);
    }
}
