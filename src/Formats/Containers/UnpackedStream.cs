using PaperFunctions.Formats.Shared.Input;

namespace PaperFunctions.Formats.Containers;

/// <summary>What a decompressor gives, as long as it stays within the budget and within what text can be packed to.</summary>
/// <param name="packed">Bytes that have gone into the decompressor.</param>
internal sealed class UnpackedStream(Stream inner, Func<long> packed, ByteBudget budget) : ForwardStream
{
    /// <summary>Text packs to a tenth, repetitive tables to a fiftieth; a bomb of zeros to a thousandth.</summary>
    private const int MaxRatio = 200;

    /// <summary>Small files may pack better than that.</summary>
    private const long FreeBytes = 8 << 20;

    private long _unpacked;

    public override int Read(Span<byte> buffer) => Check(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Check(await inner.ReadAsync(buffer, cancellationToken));

    private int Check(int read)
    {
        budget.Take(read);
        _unpacked += read;
        return _unpacked <= FreeBytes || _unpacked / MaxRatio <= packed()
            ? read
            : throw new InvalidDataException($"it unpacks to more than {MaxRatio} times its size, as no digest does");
    }
}
