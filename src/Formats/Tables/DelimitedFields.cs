using System.Text;

namespace PaperFunctions.Formats.Tables;

/// <summary>The fields of one row, taken line by line: a quoted field may go on over lines.</summary>
/// <remarks>Quotes as RFC 4180 has them, and as people have them: one that stands within a field is text, and so is what follows the one
/// that closes it.</remarks>
internal sealed class DelimitedFields(char delimiter)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _quoted = new();

    public IReadOnlyList<string> Values => _fields;

    /// <summary>A quoted field goes on in the next line.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>In the line taken last, a quote closed a field that went on, or should have been doubled.</summary>
    public bool HasStray { get; private set; }

    /// <summary>Column of the quote that opened the quoted field read last, from 1.</summary>
    public int OpenedAt { get; private set; }

    public DelimitedFields Start(string line)
    {
        _fields.Clear();
        _quoted.Clear();
        (IsOpen, OpenedAt) = (false, 0);
        Add(line);
        return this;
    }

    /// <summary>Takes the first line of the row, or one more while it is open.</summary>
    public void Add(string line)
    {
        HasStray = false;
        var at = IsOpen ? Quoted(line, 0) : Field(line, 0);
        while (at >= 0)
        {
            at = Field(line, at);
        }
    }

    /// <summary>Ends the field that is open.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            EndQuoted();
        }
    }

    /// <summary>Reads the field that starts here; returns where the next one does, or -1.</summary>
    private int Field(string line, int at)
    {
        var first = at;
        while (first < line.Length && line[first] == ' ')
        {
            first++;
        }

        if (first < line.Length && line[first] == '"')
        {
            (IsOpen, OpenedAt) = (true, first + 1);
            return Quoted(line, first + 1);
        }

        var end = line.IndexOf(delimiter, at);
        _fields.Add(end < 0 ? line[at..] : line[at..end]);
        return end < 0 ? -1 : end + 1;
    }

    private int Quoted(string line, int at)
    {
        _quoted.Append(at == 0 ? "\n" : "");
        while (true)
        {
            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                _quoted.Append(line, at, line.Length - at);
                return -1;
            }

            _quoted.Append(line, at, quote - at);
            at = quote + 1;
            if (Ends(line, at))
            {
                return End(line, at);
            }

            if (line[at] == '"')
            {
                at++;
            }
            else
            {
                HasStray = true;
                if (!ClosesLater(line, at))
                {
                    return End(line, at);
                }
            }

            _quoted.Append('"');
        }
    }

    /// <summary>Ends the quoted field at the next delimiter; what stands before that is text.</summary>
    private int End(string line, int at)
    {
        var end = line.IndexOf(delimiter, at);
        _quoted.Append(line.AsSpan(at, (end < 0 ? line.Length : end) - at).TrimEnd(' '));
        EndQuoted();
        return end < 0 ? -1 : end + 1;
    }

    private void EndQuoted()
    {
        _fields.Add(_quoted.ToString());
        _quoted.Clear();
        IsOpen = false;
    }

    /// <summary>Whether a field may end here: at a delimiter or the line's end, blanks before it left aside.</summary>
    private bool Ends(string line, int at)
    {
        while (at < line.Length && line[at] == ' ')
        {
            at++;
        }

        return at == line.Length || line[at] == delimiter;
    }

    /// <summary>Whether a later quote closes the field before another one opens a next field.</summary>
    private bool ClosesLater(string line, int at)
    {
        for (var quote = line.IndexOf('"', at); quote >= 0; quote = line.IndexOf('"', quote + 1))
        {
            if (line[quote - 1] == delimiter)
            {
                return false;
            }

            if (Ends(line, quote + 1))
            {
                return true;
            }
        }

        return false;
    }
}
