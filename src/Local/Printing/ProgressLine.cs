namespace PaperFunctions.Local.Printing;

/// <summary>A line on standard error that is written over again and again while something lasts. Where standard error is not a terminal,
/// nothing is shown: a log needs no line for each step.</summary>
internal sealed class ProgressLine : IDisposable
{
    private int _length;

    public void Show(string text)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        // Over a line's end, a carriage return would no longer lead back to its beginning.
        var shown = text.Length < Console.BufferWidth ? text : text[..Math.Max(0, Console.BufferWidth - 1)];
        Console.Error.Write($"\r{shown.PadRight(_length)}");
        _length = shown.Length;
    }

    /// <summary>Makes room for other output.</summary>
    public void Clear()
    {
        if (_length > 0)
        {
            Console.Error.Write($"\r{new string(' ', _length)}\r");
            _length = 0;
        }
    }

    public void Dispose() => Clear();
}
