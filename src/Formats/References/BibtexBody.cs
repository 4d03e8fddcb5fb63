using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>Reads the body of an entry: <c>key, name = value, ...</c>, where a value is pieces joined by <c>#</c>.</summary>
internal sealed class BibtexBody(BibtexChunk chunk, BibtexMacros macros)
{
    /// <summary>Fields of one entry; further ones are dropped.</summary>
    private const int MaxFields = 500;

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly string _text = chunk.Body;
    private int _at;

    /// <summary>The first thing that is wrong in the body; reading goes on behind it.</summary>
    public Problem? Problem { get; private set; } = chunk.Problem;

    public BibtexEntry Read()
    {
        var key = Key();
        while (_fields.Count < MaxFields && SkipBlanks())
        {
            if (_text[_at] == ',')
            {
                _at++;
                continue;
            }

            Field();
        }

        return new(chunk.Kind, key, _fields);
    }

    /// <summary>Reads the one definition that the body of an @string is.</summary>
    public void Define()
    {
        Field();
        foreach (var (name, value) in _fields)
        {
            macros.Define(name, value);
        }
    }

    private string Key()
    {
        SkipBlanks();
        var stop = _text.AsSpan(_at).IndexOfAny(",=\n");
        if (stop <= 0 || _text[_at + stop] == '=')
        {
            return "";
        }

        var key = _text.Substring(_at, stop).Trim();
        if (_text[_at + stop] == '\n')
        {
            Report(_at + key.Length, $"A comma is missing after the key \"{Short(key)}\".");
        }

        _at += stop + 1;
        return key;
    }

    private void Field()
    {
        SkipBlanks();
        var from = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('=' or ',' or '{' or '}' or '"' or '#' or '('))
        {
            _at++;
        }

        var name = _text[from.._at].ToLowerInvariant();
        if (!SkipBlanks() || _text[_at] != '=' || name.Length is 0 or > 100)
        {
            Report(from, $"\"{Short(name)}\" is no field: \"name = value\" was expected; it was passed over.");
            SkipToComma();
            return;
        }

        _at++;
        var value = Value();
        _fields.TryAdd(name, value);
        if (SkipBlanks() && _text[_at] != ',')
        {
            Report(_at, $"A comma is missing after the field \"{Short(name)}\".");
            if (!char.IsLetter(_text[_at]))
            {
                SkipToComma();
            }
        }
    }

    private string Value()
    {
        var value = "";
        do
        {
            value = BibtexMacros.Join(value, Piece());
        }
        while (SkipBlanks() && _text[_at] == '#' && ++_at > 0);

        return value;
    }

    private string Piece()
    {
        if (!SkipBlanks())
        {
            return "";
        }

        if (_text[_at] is '{' or '"')
        {
            return Delimited(_text[_at] == '{' ? '}' : '"');
        }

        var from = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not (',' or '#' or '{' or '}' or '"' or '='))
        {
            _at++;
        }

        var word = _text[from.._at];
        return word.Length > 0 && char.IsAsciiDigit(word[0]) ? word : macros.Resolve(word);
    }

    private string Delimited(char close)
    {
        var (from, depth) = (++_at, 0);
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == close && depth == 0)
            {
                return _text[from.._at++];
            }

            _at += c == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '\\' or '"' ? 1 : 0;
            depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
        }

        _at = _text.Length;
        Report(from - 1, $"The value that starts here has no closing {close}.");
        return _text[from..];
    }

    private void SkipToComma()
    {
        var depth = 0;
        for (; _at < _text.Length && (depth > 0 || _text[_at] != ','); _at++)
        {
            depth += _text[_at] == '{' ? 1 : _text[_at] == '}' && depth > 0 ? -1 : 0;
        }
    }

    private bool SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _at < _text.Length;
    }

    private void Report(int place, string reason)
    {
        if (Problem is null)
        {
            var before = _text.AsSpan(0, Math.Min(place, _text.Length));
            Problem = new Problem(chunk.Line + before.Count('\n'), reason, before.Length - before.LastIndexOf('\n'));
        }
    }

    private static string Short(string name) => name.Length > 40 ? name[..40] + "…" : name;
}
