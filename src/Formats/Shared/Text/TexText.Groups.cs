using System.Text;

namespace PaperFunctions.Formats.Shared.Text;

internal sealed partial class TexText
{
    /// <summary>The group or the character that follows, read by itself; empty at the end.</summary>
    private string Argument()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        if (_at >= _text.Length)
        {
            return "";
        }

        return _text[_at] == '{' && _depth < MaxDepth && GroupEnd(_at) is var close and > 0 ? Group(close) : Single();
    }

    private string Group(int close)
    {
        _at++;
        var inner = Apart(() => ReadTo(close));
        _at = Math.Max(_at, close + 1);
        return inner;
    }

    private string Single() => Apart(() =>
    {
        if (_text[_at] == '\\' && _depth < MaxDepth)
        {
            Command();
        }
        else
        {
            _output.Append(_text[_at++]);
        }
    });

    private string Apart(Action read)
    {
        var outer = _output;
        _output = new StringBuilder();
        _depth++;
        read();
        _depth--;
        var inner = _output.ToString();
        _output = outer;
        return inner;
    }

    /// <summary>Where the group that opens here closes; -1 where it does not.</summary>
    private int GroupEnd(int open)
    {
        var level = 0;
        for (var i = open; i < _text.Length && i < open + MaxGroup; i++)
        {
            level += _text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            i += _text[i] == '\\' ? 1 : 0;
            if (level == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
