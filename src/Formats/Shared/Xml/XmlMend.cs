using System.Buffers;
using System.Xml;

namespace PaperFunctions.Formats.Shared.Xml;

/// <summary>XML text as feeds really have it, made readable: HTML entities and loose ampersands and "less than" signs are escaped,
/// control characters become spaces, text before the first element goes. Line ends stay where they are.</summary>
internal sealed class XmlMend(TextReader reader) : TextReader
{
    private const string CDataStart = "<![CDATA[";

    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\ufffe\uffff");

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\ufffe\uffff");

    private readonly char[] _raw = new char[1 << 15];
    private readonly ArrayBufferWriter<char> _mended = new(1 << 16);
    private int _kept;
    private int _given;
    private bool _started;
    private bool _literal;
    private bool _over;

    /// <summary>Characters that may still be read; the owner sets it anew for each record.</summary>
    public int Allowance { get; set; } = int.MaxValue;

    /// <summary>Lines before the first element, which the reader behind does not see.</summary>
    public int SkippedLines { get; private set; }

    public override int Read(char[] buffer, int index, int count) => throw new NotSupportedException("Read asynchronously.");

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        while (_given == _mended.WrittenCount && !(_over && _kept == 0))
        {
            await MendMoreAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, _mended.WrittenCount - _given);
        _mended.WrittenSpan.Slice(_given, count).CopyTo(buffer.Span);
        _given += count;
        Allowance -= count;
        return Allowance < 0 ? throw new XmlException("An element is longer than four million characters") : count;
    }

    private async ValueTask MendMoreAsync(CancellationToken cancellationToken)
    {
        _mended.ResetWrittenCount();
        _given = 0;
        var read = _over ? 0 : await reader.ReadAsync(_raw.AsMemory(_kept), cancellationToken);
        _over |= read == 0;
        var all = _raw.AsSpan(0, _kept + read);
        var used = _started ? Mend(all) : SkipToStart(all);
        all[used..].CopyTo(_raw);
        _kept = all.Length - used;
    }

    private int SkipToStart(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('<');
        _started = at >= 0;
        var skipped = text[..(_started ? at : text.Length)];
        SkippedLines += skipped.Count('\n');
        return skipped.Length;
    }

    /// <summary>Writes what can be decided; returns how much of the text that was.</summary>
    private int Mend(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (_literal)
            {
                at += Literal(text[at..]);
                if (_literal)
                {
                    return _over ? text.Length : at;
                }

                continue;
            }

            var next = text[at..].IndexOfAny(Special);
            _mended.Write(text.Slice(at, next < 0 ? text.Length - at : next));
            at = next < 0 ? text.Length : at + next;
            if (at < text.Length && !_over && text.Length - at <= XmlReference.MaxLength && text[at] is '&' or '<')
            {
                return at;
            }

            at += at < text.Length ? Sign(text[at..]) : 0;
        }

        return at;
    }

    /// <summary>Copies within a CDATA section; its end may lie further on.</summary>
    private int Literal(ReadOnlySpan<char> text)
    {
        var stop = text.IndexOf("]]>");
        var length = stop >= 0 ? stop + 3 : _over ? text.Length : Math.Max(0, text.Length - 2);
        var to = _mended.GetSpan(length)[..length];
        text[..length].CopyTo(to);
        to.ReplaceAny(Controls, ' ');
        _mended.Advance(length);
        _literal = stop < 0;
        return length;
    }

    private int Sign(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                return Reference(text);
            case '<' when text.StartsWith(CDataStart):
                _literal = true;
                _mended.Write(CDataStart);
                return CDataStart.Length;
            case '<':
                _mended.Write(text.Length > 1 && (char.IsLetter(text[1]) || text[1] is '/' or '!' or '?' or '_' or ':') ? "<" : "&lt;");
                return 1;
            default:
                _mended.Write(" ");
                return 1;
        }
    }

    /// <summary>Writes a reference as XML has it, or the ampersand escaped where it begins none.</summary>
    private int Reference(ReadOnlySpan<char> text)
    {
        var (length, written) = XmlReference.Read(text);
        _mended.Write(written);
        return length;
    }
}
