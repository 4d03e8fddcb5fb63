namespace PaperFunctions.Formats.Shared.Text;

internal sealed partial class TexText
{
    private void Command()
    {
        at++;
        if (at >= text.Length)
        {
            return;
        }

        if (!char.IsAsciiLetter(text[at]))
        {
            Sign(text[at]);
            return;
        }

        var start = at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        Named(text[start..at]);
    }

    /// <summary>A backslash before a character that is no letter: an accent, an escape, a space, a delimiter.</summary>
    private void Sign(char sign)
    {
        at++;
        if (TexAccents.IsAccent(sign) && at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] is '{' or '\\'))
        {
            output.Append(TexAccents.Add(sign, Argument()));
            return;
        }

        output.Append(sign switch
        {
            '\\' or ' ' or ',' or ';' or ':' or '\n' or '~' => " ",
            '!' or '/' or '-' or '@' or '(' or ')' or '[' or ']' or '*' => "",
            '|' => "‖",
            _ => sign.ToString(),
        });
        if (sign is '(' or '[' && !InMath)
        {
            var close = text.IndexOf(sign == '(' ? "\\)" : "\\]", at, Math.Min(MaxGroup, text.Length - at), StringComparison.Ordinal);
            mathEnd = close < 0 ? -1 : close;
        }
    }

    private void Named(string name)
    {
        if (TexSymbols.Letters.TryGetValue(name, out var letter) && !InMath)
        {
            output.Append(letter);
            SkipSpace();
        }
        else if (TexSymbols.Characters.TryGetValue(name, out var character))
        {
            output.Append(character);
            SkipEmptyGroup();
        }
        else if (name.Length == 1 && TexAccents.IsAccent(name[0]) && at < text.Length && text[at] is '{' or ' ')
        {
            output.Append(TexAccents.Add(name[0], Argument()));
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
        if (at >= text.Length || text[at] is not ('{' or '[') && name is not ("frac" or "sqrt" or "mathbb"))
        {
            output.Append(TexSymbols.Wrappers.Contains(name) || TexSymbols.Dropped.Contains(name) ? "" : name);
            return;
        }

        if (TexSymbols.Dropped.Contains(name))
        {
            TrimSpace();
            SkipOptions();
            Argument();
            return;
        }

        output.Append(name switch
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
            _ => TexSymbols.Wrappers.Contains(name) ? Argument() : name + (text[at] == '{' ? Argument() : ""),
        });
    }

    /// <summary>Addresses keep their characters; only what TeX escapes is unescaped.</summary>
    private string RawArgument()
    {
        var close = GroupEnd(at);
        if (close < 0)
        {
            return "";
        }

        var raw = text[(at + 1)..close].Replace("\\", "", StringComparison.Ordinal);
        at = close + 1;
        var glued = output.Length > 0 && char.IsLetterOrDigit(output[^1]);
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
        if (at < text.Length && text[at] == '[')
        {
            var close = text.IndexOf(']', at, Math.Min(200, text.Length - at));
            at = close < 0 ? at : close + 1;
        }
    }

    private void SkipSpace()
    {
        SkipEmptyGroup();
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private void SkipEmptyGroup() => at += at + 1 < text.Length && text[at] == '{' && text[at + 1] == '}' ? 2 : 0;

    private void TrimSpace()
    {
        while (output.Length > 0 && output[^1] == ' ')
        {
            output.Length--;
        }
    }
}
