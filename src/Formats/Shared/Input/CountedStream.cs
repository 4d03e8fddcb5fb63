namespace PaperFunctions.Formats.Shared.Input;

/// <summary>Reads through, counts, and remembers whether the source itself failed: that is not the content's fault.
/// Damaged or oversized packing is the content's fault.</summary>
internal sealed class CountedStream(Stream inner) : ForwardStream
{
    private long _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public Exception? Failure { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = inner.Read(buffer);
            _position += read;
            return read;
        }
        catch (Exception e) when (e is not InvalidDataException)
        {
            Failure = e;
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            _position += read;
            return read;
        }
        catch (Exception e) when (e is not InvalidDataException)
        {
            Failure = e;
            throw;
        }
    }
}
