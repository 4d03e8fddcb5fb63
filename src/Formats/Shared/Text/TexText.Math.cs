namespace PaperFunctions.Formats.Shared.Text;

internal sealed partial class TexText
{
    /// <summary>Formulas in a title or an abstract are short; a dollar farther away is another one.</summary>
    private const int MaxMath = 400;

    private void Dollar()
    {
        if (InMath || _at == _mathEnd)
        {
            _at++;
            return;
        }

        var marks = Next == '$' ? 2 : 1;
        var close = MathEnd(_at + marks, marks);
        if (close < 0)
        {
            _output.Append('$', marks);
            _at += marks;
            return;
        }

        _at += marks;
        _mathEnd = close;
        ReadTo(close);
        _at = Math.Max(_at, close) + marks;
        _mathEnd = -1;
    }

    /// <summary>Where the formula ends that starts here; -1 where the dollar is money.</summary>
    /// <remarks>A formula has no space at its ends and no digit behind it (the rule of Pandoc's Markdown), and reads like one.</remarks>
    private int MathEnd(int start, int marks)
    {
        var length = Math.Min(MaxMath, _text.Length - start);
        var close = marks == 2 ? _text.IndexOf("$$", start, length, StringComparison.Ordinal) : _text.IndexOf('$', start, length);
        while (close > 0 && _text[close - 1] == '\\')
        {
            close = close + 1 < start + length ? _text.IndexOf('$', close + 1, start + length - close - 1) : -1;
        }

        if (close <= start)
        {
            return -1;
        }

        var after = close + marks < _text.Length ? _text[close + marks] : ' ';
        var formula = _text.AsSpan(start, close - start);
        return marks == 2
            || !(char.IsWhiteSpace(formula[^1]) || (char.IsAsciiDigit(after) && char.IsAsciiDigit(formula[0])) || ReadsLikeProse(formula))
            ? close : -1;
    }

    private static bool ReadsLikeProse(ReadOnlySpan<char> formula)
    {
        if (formula.ContainsAny('\\', '^', '_') || formula.ContainsAny('=', '{'))
        {
            return false;
        }

        var letters = 0;
        foreach (var c in formula)
        {
            letters = char.IsAsciiLetter(c) ? letters + 1 : 0;
            if (letters > 3 && formula.Contains(' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Raised and lowered parts; outside of formulas only where braces or digits make it plain.</summary>
    private void Script()
    {
        var raised = _text[_at] == '^';
        var math = InMath;
        var braced = Next == '{' && GroupEnd(_at + 1) > 0;
        if (!math && !braced && !(raised && char.IsAsciiDigit(Next) && (char.IsLetterOrDigit(Before) || Before is ')' or ']')))
        {
            _output.Append(_text[_at++]);
            return;
        }

        _at++;
        var part = _at >= _text.Length ? "" : math || braced ? Argument() : Digits();
        _output.Append(part switch
        {
            "" => "",
            "∘" when raised => "°",
            "⊤" when raised => "ᵀ",
            "⋆" or "∗" when raised => "*",
            _ when !raised && !math && !part.All(char.IsAsciiDigit) => "_" + part,
            _ => raised ? ScriptLetters.Super(part) : ScriptLetters.Sub(part),
        });
    }

    private string Digits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void Punctuation()
    {
        var c = _text[_at];
        var twice = Next == c;
        if (InMath)
        {
            _output.Append(c == '\'' ? '′' : c == '~' ? ' ' : c);
            _at++;
        }
        else if (c == '-' && twice)
        {
            Dashes();
        }
        else if (c is '`' or '\'' && twice)
        {
            _output.Append(c == '`' ? '“' : '”');
            _openQuotes += c == '`' ? 1 : 0;
            _at += 2;
        }
        else if (c == '`' && SingleQuoteEnd() is var end and > 0)
        {
            _quoteEnd = end;
            _output.Append('‘');
            _at++;
        }
        else
        {
            _output.Append(c == '~' && IsTie() ? ' ' : c == '\'' && _at == _quoteEnd ? '’' : c);
            _at++;
        }
    }

    private void Dashes()
    {
        var count = 2;
        while (_at + count < _text.Length && _text[_at + count] == '-')
        {
            count++;
        }

        var option = char.IsWhiteSpace(Before) && _at + count < _text.Length && char.IsAsciiLetter(_text[_at + count]);
        _output.Append(count > 3 || (count == 2 && option) ? new string('-', count) : count == 3 ? "—" : "–");
        _at += count;
    }

    /// <summary>TeX's unbreakable space: after a word without digits, before a word, a number, a bracket
    /// or a command ("~9 %" and "1M~60M" are no ties).</summary>
    private bool IsTie()
    {
        if (!(char.IsLetter(Before) || Before is '.' or ',' or ')' or '}')
            || !(char.IsLetterOrDigit(Next) || Next is '(' or '[' or '\\' or '$'))
        {
            return false;
        }

        for (var i = _at - 1; i >= Math.Max(0, _at - 40) && !char.IsWhiteSpace(_text[i]); i--)
        {
            if (char.IsDigit(_text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The apostrophe that closes `a quotation'; -1 where the backtick opens none.</summary>
    private int SingleQuoteEnd()
    {
        var limit = Math.Min(_text.Length, _at + 120);
        for (var i = _at + 1; i < limit && _text[i] != '`'; i++)
        {
            if (_text[i] == '\'' && (i + 1 == _text.Length || !char.IsLetterOrDigit(_text[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
