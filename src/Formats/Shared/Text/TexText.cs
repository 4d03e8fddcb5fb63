using System.Buffers;
using System.Text;

namespace PaperFunctions.Formats.Shared.Text;

/// <summary>TeX in prose to Unicode: quotes, dashes, accents, symbols, simple math. What it does not
/// know loses only its backslash.</summary>
/// <remarks>One pass; groups nest at most <see cref="MaxDepth"/> deep, deeper ones are copied.</remarks>
internal sealed partial class TexText
{
    private const int MaxDepth = 40;

    /// <summary>Characters; a group that goes on for longer is none.</summary>
    private const int MaxGroup = 1000;

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\r\n{}\\\"<>$");

    /// <summary>All that is read otherwise than it stands, but for addresses.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\${}^_`'-~\"");

    private static readonly SearchValues<string> Addresses = SearchValues.Create(["http://", "https://", "www."], StringComparison.Ordinal);

    private readonly string _text;
    private readonly bool _allBraces;
    private StringBuilder _output;
    private int _at;
    private int _depth;
    private int _mathEnd = -1;
    private int _quoteEnd = -1;
    private int _openQuotes;
    private int _nextAddress = -1;

    private TexText(string text, bool allBraces)
    {
        (_text, _allBraces) = (text, allBraces);
        _output = new StringBuilder(text.Length);
    }

    private bool InMath => _at < _mathEnd;

    /// <param name="text">Prose with TeX in it.</param>
    /// <param name="allBraces">Every brace groups; else only those of TeX do.</param>
    public static string Read(string text, bool allBraces)
    {
        var reader = new TexText(text, allBraces);
        reader.ReadTo(text.Length);
        return reader._output.ToString();
    }

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private char Before => _at > 0 ? _text[_at - 1] : ' ';

    private void ReadTo(int end)
    {
        while (_at < end)
        {
            CopyPlain(end);
            if (_at < end)
            {
                ReadOne();
            }
        }
    }

    /// <summary>Copies up to the next character that may mean something.</summary>
    private void CopyPlain(int end)
    {
        var length = _text.AsSpan(_at, end - _at).IndexOfAny(Signs);
        var stop = length < 0 ? end : _at + length;
        if (!InMath)
        {
            stop = Math.Min(stop, AddressFrom());
        }

        _output.Append(_text, _at, stop - _at);
        _at = stop;
    }

    private int AddressFrom()
    {
        if (_nextAddress < _at)
        {
            var found = _text.AsSpan(_at).IndexOfAny(Addresses);
            _nextAddress = found < 0 ? int.MaxValue : _at + found;
        }

        return _nextAddress;
    }

    private void ReadOne()
    {
        switch (_text[_at])
        {
            case '\\':
                Command();
                break;
            case '$':
                Dollar();
                break;
            case '{' or '}':
                Brace();
                break;
            case '^' or '_':
                Script();
                break;
            case '`' or '\'' or '-' or '~':
                Punctuation();
                break;
            case '"' when _openQuotes > 0:
                _openQuotes--;
                _output.Append('”');
                _at++;
                break;
            case 'h' or 'w' when AddressLength() is var length and > 0:
                _output.Append(_text, _at, length);
                _at += length;
                break;
            default:
                _output.Append(_text[_at++]);
                break;
        }
    }

    /// <summary>Addresses have tildes, underscores and percent signs of their own.</summary>
    private int AddressLength()
    {
        var rest = _text.AsSpan(_at);
        if (InMath || !(rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.")))
        {
            return 0;
        }

        var end = rest.IndexOfAny(AddressEnds);
        return end < 0 ? rest.Length : end;
    }

    private void Brace()
    {
        if (!_allBraces && !InMath && _text[_at] == '{' && Next != '\\')
        {
            _output.Append('{');
        }
        else if (!_allBraces && !InMath && _text[_at] == '}' && !ClosesTex())
        {
            _output.Append('}');
        }

        _at++;
    }

    /// <summary>Whether the brace that this one closes was one of TeX.</summary>
    private bool ClosesTex()
    {
        var open = 0;
        for (var i = _at - 1; i >= 0 && i > _at - 400; i--)
        {
            open += _text[i] == '}' ? 1 : _text[i] == '{' ? -1 : 0;
            if (open < 0)
            {
                return i + 1 < _text.Length && _text[i + 1] == '\\';
            }
        }

        return false;
    }
}
