namespace PaperFunctions.Formats.Shared.Input;

/// <summary>Bytes and pieces that may still come out of one file, however its containers are nested.</summary>
internal sealed class ByteBudget
{
    /// <summary>4 GiB unpacked.</summary>
    private const long MaxBytes = 4L << 30;

    /// <summary>Files of an archive or parts of a mail, altogether.</summary>
    private const int MaxPieces = 2000;

    private long _bytes = MaxBytes;
    private int _pieces = MaxPieces;

    public bool TakePiece() => _pieces-- > 0;

    /// <exception cref="InvalidDataException">Nothing is left.</exception>
    public void Take(int count)
    {
        _bytes -= count;
        if (_bytes < 0)
        {
            throw new InvalidDataException($"it unpacks to more than {MaxBytes >> 30} GiB; drop its parts one by one");
        }
    }
}
