using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>Finds the records in a stream of UTF-8 JSON and holds one at a time.</summary>
/// <param name="utf8">The file.</param>
/// <param name="shape">Where its records are.</param>
internal sealed class JsonSplitter(Stream utf8, JsonShape shape = default)
{
    public static readonly JsonDocumentOptions DocumentOptions = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Longest record in bytes.</summary>
    private const int MaxRecord = 8 << 20;

    public static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true,
    };

    private readonly JsonMend mend = new();
    private readonly JsonPlaces places = new(shape);
    private byte[] buffer = new byte[1 << 16];
    private JsonReaderState state = new(Options);
    private int start;
    private int end;
    private int filled; // behind the end, which is that of what is mended
    private int root = -1;
    private int lines = 1;
    private int needed;
    private bool over;

    /// <summary>Line on which the record starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The name that the record stands under, where records are properties.</summary>
    public string? Key => places.Key;

    /// <summary>The name of the group that the record is in, where groups are properties.</summary>
    public string? Group => places.Group;

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

            if (over)
            {
                return null;
            }

            do
            {
                await FillAsync(cancellationToken);
            }
            while (end - start < needed && !over);
            needed = 0;
        }
    }

    private bool TryFind(out Memory<byte> record)
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), over, state);
        record = default;
        while (true)
        {
            var (before, consumed) = (reader.CurrentState, (int)reader.BytesConsumed);
            if (over && consumed == end - start || !reader.Read())
            {
                Advance((int)reader.BytesConsumed, reader.CurrentState);
                return false;
            }

            var from = (int)reader.TokenStartIndex;
            if (places.IsRecord(ref reader))
            {
                if (!reader.TrySkip())
                {
                    Advance(consumed, before);
                    needed = 2 * (end - start);
                    return false;
                }

                record = buffer.AsMemory(start + from, (int)reader.BytesConsumed - from);
                Line = lines + buffer.AsSpan(start, from).Count((byte)'\n');
                root = -1;
                Advance((int)reader.BytesConsumed, reader.CurrentState);
                return true;
            }

            if (Note(ref reader, from) is { } whole)
            {
                record = whole;
                Advance((int)reader.BytesConsumed, reader.CurrentState);
                Line = lines - record.Span.Count((byte)'\n');
                return true;
            }
        }
    }

    /// <summary>Keeps track of where records would be; gives the outer object where it ends and held none.</summary>
    private Memory<byte>? Note(ref Utf8JsonReader reader, int from)
    {
        places.Note(ref reader);
        if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.StartObject)
        {
            root = start + from;
        }
        else if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject && root >= 0)
        {
            var whole = buffer.AsMemory(root, start + (int)reader.BytesConsumed - root);
            root = -1;
            return whole;
        }

        return null;
    }

    private void Advance(int count, JsonReaderState now)
    {
        lines += buffer.AsSpan(start, count).Count((byte)'\n');
        start += count;
        Position += count;
        state = now;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var keep = root >= 0 && start - root < MaxRecord ? root : start;
        root = keep == root ? 0 : -1;
        buffer.AsSpan(keep, filled - keep).CopyTo(buffer);
        (start, end, filled) = (start - keep, end - keep, filled - keep);
        if (filled == buffer.Length)
        {
            if (end - start >= MaxRecord)
            {
                throw new JsonException("A record is longer than 8 MiB.", null, lines - 1, 0);
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await utf8.ReadAsync(buffer.AsMemory(filled), cancellationToken);
        filled += read;
        over = read == 0;
        end += mend.Mend(buffer.AsSpan(end, filled - end), over);
    }
}
