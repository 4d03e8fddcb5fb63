using System.Text;

namespace PaperFunctions.Formats.Shared.Text;

internal sealed partial class TexText
{
    /// <summary>The group or the character that follows, read by itself; empty at the end.</summary>
    private string Argument()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (at >= text.Length)
        {
            return "";
        }

        return text[at] == '{' && depth < MaxDepth && GroupEnd(at) is var close and > 0 ? Group(close) : Single();
    }

    private string Group(int close)
    {
        at++;
        var inner = Apart(() => ReadTo(close));
        at = Math.Max(at, close + 1);
        return inner;
    }

    private string Single() => Apart(() =>
    {
        if (text[at] == '\\' && depth < MaxDepth)
        {
            Command();
        }
        else
        {
            output.Append(text[at++]);
        }
    });

    private string Apart(Action read)
    {
        var outer = output;
        output = new StringBuilder();
        depth++;
        read();
        depth--;
        var inner = output.ToString();
        output = outer;
        return inner;
    }

    /// <summary>Where the group that opens here closes; -1 where it does not.</summary>
    private int GroupEnd(int open)
    {
        var level = 0;
        for (var i = open; i < text.Length && i < open + MaxGroup; i++)
        {
            level += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            i += text[i] == '\\' ? 1 : 0;
            if (level == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
