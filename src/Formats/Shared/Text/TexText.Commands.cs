namespace PaperFunctions.Formats.Shared.Text;

internal sealed partial class TexText
{
    private void Command()
    {
        _at++;
        if (_at >= _text.Length)
        {
            return;
        }

        if (!char.IsAsciiLetter(_text[_at]))
        {
            Sign(_text[_at]);
            return;
        }

        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
        {
            _at++;
        }

        Named(_text[start.._at]);
    }

    /// <summary>A backslash before a character that is no letter: an accent, an escape, a space, a delimiter.</summary>
    private void Sign(char sign)
    {
        _at++;
        if (TexAccents.IsAccent(sign) && _at < _text.Length && (char.IsAsciiLetter(_text[_at]) || _text[_at] is '{' or '\\'))
        {
            _output.Append(TexAccents.Add(sign, Argument()));
            return;
        }

        _output.Append(sign switch
        {
            '\\' or ' ' or ',' or ';' or ':' or '\n' or '~' => " ",
            '!' or '/' or '-' or '@' or '(' or ')' or '[' or ']' or '*' => "",
            '|' => "‖",
            _ => sign.ToString(),
        });
        if (sign is '(' or '[' && !InMath)
        {
            var close = _text.IndexOf(sign == '(' ? "\\)" : "\\]", _at, Math.Min(MaxGroup, _text.Length - _at), StringComparison.Ordinal);
            _mathEnd = close < 0 ? -1 : close;
        }
    }

    private void Named(string name)
    {
        if (TexSymbols.Letters.TryGetValue(name, out var letter) && !InMath)
        {
            _output.Append(letter);
            SkipSpace();
        }
        else if (TexSymbols.Characters.TryGetValue(name, out var character))
        {
            _output.Append(character);
            SkipEmptyGroup();
        }
        else if (name.Length == 1 && TexAccents.IsAccent(name[0]) && _at < _text.Length && _text[_at] is '{' or ' ')
        {
            _output.Append(TexAccents.Add(name[0], Argument()));
        }
        else if (TexSymbols.Declarations.Contains(name))
        {
            SkipSpace();
        }
        else
        {
            WithArguments(name);
        }
    }

    private void WithArguments(string name)
    {
        if (_at >= _text.Length || _text[_at] is not ('{' or '[') && name is not ("frac" or "sqrt" or "mathbb"))
        {
            _output.Append(TexSymbols.Wrappers.Contains(name) || TexSymbols.Dropped.Contains(name) ? "" : name);
            return;
        }

        if (TexSymbols.Dropped.Contains(name))
        {
            TrimSpace();
            SkipOptions();
            Argument();
            return;
        }

        _output.Append(name switch
        {
            "url" or "nolinkurl" => RawArgument(),
            "href" => LinkText(),
            "frac" or "tfrac" or "dfrac" => Fraction(),
            "sqrt" => Root(),
            "mathbb" => Argument() is var letter && TexSymbols.DoubleStruck.TryGetValue(letter, out var bold) ? bold : letter,
            "textsuperscript" => ScriptLetters.Super(Argument()),
            "textsubscript" => ScriptLetters.Sub(Argument()),
            "hat" => Marked('\u0302'),
            "tilde" => Marked('\u0303'),
            "bar" => Marked('\u0304'),
            "vec" => Marked('\u20D7'),
            "dot" => Marked('\u0307'),
            _ => TexSymbols.Wrappers.Contains(name) ? Argument() : name + (_text[_at] == '{' ? Argument() : ""),
        });
    }

    /// <summary>Addresses keep their characters; only what TeX escapes is unescaped.</summary>
    private string RawArgument()
    {
        var close = GroupEnd(_at);
        if (close < 0)
        {
            return "";
        }

        var raw = _text[(_at + 1)..close].Replace("\\", "", StringComparison.Ordinal);
        _at = close + 1;
        var glued = _output.Length > 0 && char.IsLetterOrDigit(_output[^1]);
        return glued ? " " + raw : raw;
    }

    private string LinkText()
    {
        RawArgument();
        return Argument();
    }

    private string Fraction()
    {
        var (over, under) = (Argument(), Argument());
        return $"{Grouped(over)}/{Grouped(under)}";
    }

    private string Root()
    {
        SkipOptions();
        return "√" + Grouped(Argument());
    }

    private string Marked(char mark) => Argument() is { Length: 1 } one ? $"{one}{mark}" : "";

    private static string Grouped(string part) => part.Length > 1 && !part.All(char.IsLetterOrDigit) ? $"({part})" : part;

    private void SkipOptions()
    {
        if (_at < _text.Length && _text[_at] == '[')
        {
            var close = _text.IndexOf(']', _at, Math.Min(200, _text.Length - _at));
            _at = close < 0 ? _at : close + 1;
        }
    }

    private void SkipSpace()
    {
        SkipEmptyGroup();
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }

    private void SkipEmptyGroup() => _at += _at + 1 < _text.Length && _text[_at] == '{' && _text[_at + 1] == '}' ? 2 : 0;

    private void TrimSpace()
    {
        while (_output.Length > 0 && _output[^1] == ' ')
        {
            _output.Length--;
        }
    }
}
