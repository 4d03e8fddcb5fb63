using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>Reads through and notes the first bytes that are not UTF-8.</summary>
internal sealed partial class Utf8Validator(Stream inner) : ForwardStream
{
    private readonly byte[] _split = new byte[4];
    private int _splitLength;
    private long _offset;
    private long _lineStart;
    private int _line = 1;
    private bool _found;
    private Problem? _problem;

    /// <summary>Whether the start of a file declares another encoding.</summary>
    public static bool IsDeclaredOtherwise(DigestHead head) =>
        Declared().Match(head.Text[..Math.Min(head.Text.Length, 300)]) is { Success: true } declared
        && !declared.Groups["name"].Value.StartsWith("utf", StringComparison.OrdinalIgnoreCase);

    /// <summary>What was found since it was last asked for.</summary>
    public Problem? Take()
    {
        var taken = _problem;
        _problem = null;
        return taken;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Look(buffer[..read]);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Look(buffer.Span[..read]);
        return read;
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        if (_found)
        {
            return;
        }

        var rest = bytes.IsEmpty ? EndSplit() : bytes[Join(bytes)..];
        if (!_found && !Utf8.IsValid(rest))
        {
            LookCloser(rest);
            rest = rest[..^_splitLength];
        }

        Pass(rest);
    }

    /// <summary>Goes on with the character that the bytes before ended in; returns how many bytes belong to it.</summary>
    private int Join(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        while (_splitLength > 0 && taken < bytes.Length && !_found)
        {
            _split[_splitLength++] = bytes[taken++];
            var status = Rune.DecodeFromUtf8(_split.AsSpan(0, _splitLength), out _, out _);
            if (status == OperationStatus.NeedMoreData)
            {
                continue;
            }

            if (status == OperationStatus.InvalidData)
            {
                Report();
            }

            Pass(_split.AsSpan(0, _splitLength));
            _splitLength = 0;
        }

        return taken;
    }

    private ReadOnlySpan<byte> EndSplit()
    {
        if (_splitLength > 0)
        {
            Report();
        }

        return default;
    }

    private void LookCloser(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                _splitLength = bytes.Length - at;
                bytes[at..].CopyTo(_split);
                return;
            }

            if (status == OperationStatus.InvalidData)
            {
                Pass(bytes[..at]);
                Report();
                return;
            }

            at += length;
        }
    }

    private void Pass(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            _line += bytes.Count((byte)'\n');
            _lineStart = _offset + last + 1;
        }

        _offset += bytes.Length;
    }

    private void Report()
    {
        _found = true;
        var column = (int)Math.Min(_offset - _lineStart + 1, int.MaxValue);
        _problem = new Problem(_line,
            "The bytes here are not UTF-8; they and others like them were read as Windows-1252. Save the file as UTF-8.", column, _offset);
    }

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]{1,40})""", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();
}
