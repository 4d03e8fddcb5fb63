using System.Text;
using PaperFunctions.Formats.Shared.Text;

namespace PaperFunctions.Formats.Html;

/// <summary>The text between two tags that part texts, put together: raised and lowered letters as such, formulas as TeX.</summary>
internal sealed class HtmlText
{
    /// <summary>Characters; longer ones are not raised or lowered letters.</summary>
    private const int LongestScript = 20;

    /// <summary>Characters kept of one text: a page without tags is none.</summary>
    private const int MaxLength = 256 * 1024;

    private readonly StringBuilder _text = new();
    private int _script = -1;
    private int _math = -1;
    private bool _inTex;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Line of its first character.</summary>
    public int Line { get; private set; }

    public void Append(ReadOnlySpan<char> piece, int line)
    {
        Line = _text.Length == 0 ? line : Line;
        _text.Append(piece[..Math.Clamp(MaxLength - _text.Length, 0, piece.Length)]);
    }

    public void StartScript() => _script = _text.Length;

    public void EndScript(string name)
    {
        if (_script >= 0 && _script < _text.Length && _text.Length - _script <= LongestScript)
        {
            var part = _text.ToString(_script, _text.Length - _script).Trim();
            _text.Length = _script;
            _text.Append(name == "sub" ? ScriptLetters.Sub(part) : ScriptLetters.Super(part));
        }

        _script = -1;
    }

    public void StartMath() => _math = _text.Length;

    /// <summary>The TeX of a formula takes the place of its MathML.</summary>
    public void StartTex(int line)
    {
        _text.Length = _math >= 0 ? Math.Min(_math, _text.Length) : _text.Length;
        (_math, _inTex) = (-1, true);
        Append("$", line);
    }

    public void EndTex()
    {
        Append(_inTex ? "$" : "", Line);
        _inTex = false;
    }

    /// <summary>The text on one line; begins the next.</summary>
    public string Take()
    {
        var clean = _text.Length == 0 ? "" : OneLine.Of(_text.ToString());
        _text.Clear();
        (_script, _math, _inTex) = (-1, -1, false);
        return clean;
    }
}
