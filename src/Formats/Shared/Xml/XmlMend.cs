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

    private readonly char[] raw = new char[1 << 15];
    private readonly ArrayBufferWriter<char> mended = new(1 << 16);
    private int kept;
    private int given;
    private bool started;
    private bool literal;
    private bool over;

    /// <summary>Characters that may still be read; the owner sets it anew for each record.</summary>
    public int Allowance { get; set; } = int.MaxValue;

    /// <summary>Lines before the first element, which the reader behind does not see.</summary>
    public int SkippedLines { get; private set; }

    public override int Read(char[] buffer, int index, int count) => throw new NotSupportedException("Read asynchronously.");

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        while (given == mended.WrittenCount && !(over && kept == 0))
        {
            await MendMoreAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, mended.WrittenCount - given);
        mended.WrittenSpan.Slice(given, count).CopyTo(buffer.Span);
        given += count;
        Allowance -= count;
        return Allowance < 0 ? throw new XmlException("An element is longer than four million characters") : count;
    }

    private async ValueTask MendMoreAsync(CancellationToken cancellationToken)
    {
        mended.ResetWrittenCount();
        given = 0;
        var read = over ? 0 : await reader.ReadAsync(raw.AsMemory(kept), cancellationToken);
        over |= read == 0;
        var all = raw.AsSpan(0, kept + read);
        var used = started ? Mend(all) : SkipToStart(all);
        all[used..].CopyTo(raw);
        kept = all.Length - used;
    }

    private int SkipToStart(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('<');
        started = at >= 0;
        var skipped = text[..(started ? at : text.Length)];
        SkippedLines += skipped.Count('\n');
        return skipped.Length;
    }

    /// <summary>Writes what can be decided; returns how much of the text that was.</summary>
    private int Mend(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (literal)
            {
                at += Literal(text[at..]);
                if (literal)
                {
                    return over ? text.Length : at;
                }

                continue;
            }

            var next = text[at..].IndexOfAny(Special);
            mended.Write(text.Slice(at, next < 0 ? text.Length - at : next));
            at = next < 0 ? text.Length : at + next;
            if (at < text.Length && !over && text.Length - at <= XmlReference.MaxLength && text[at] is '&' or '<')
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
        var length = stop >= 0 ? stop + 3 : over ? text.Length : Math.Max(0, text.Length - 2);
        var to = mended.GetSpan(length)[..length];
        text[..length].CopyTo(to);
        to.ReplaceAny(Controls, ' ');
        mended.Advance(length);
        literal = stop < 0;
        return length;
    }

    private int Sign(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                return Reference(text);
            case '<' when text.StartsWith(CDataStart):
                literal = true;
                mended.Write(CDataStart);
                return CDataStart.Length;
            case '<':
                mended.Write(text.Length > 1 && (char.IsLetter(text[1]) || text[1] is '/' or '!' or '?' or '_' or ':') ? "<" : "&lt;");
                return 1;
            default:
                mended.Write(" ");
                return 1;
        }
    }

    /// <summary>Writes a reference as XML has it, or the ampersand escaped where it begins none.</summary>
    private int Reference(ReadOnlySpan<char> text)
    {
        var (length, written) = XmlReference.Read(text);
        mended.Write(written);
        return length;
    }
}
