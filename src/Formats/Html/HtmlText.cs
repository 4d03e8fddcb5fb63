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

    private readonly StringBuilder text = new();
    private int script = -1;
    private int math = -1;
    private bool inTex;

    public bool IsEmpty => text.Length == 0;

    /// <summary>Line of its first character.</summary>
    public int Line { get; private set; }

    public void Append(ReadOnlySpan<char> piece, int line)
    {
        Line = text.Length == 0 ? line : Line;
        text.Append(piece[..Math.Clamp(MaxLength - text.Length, 0, piece.Length)]);
    }

    public void StartScript() => script = text.Length;

    public void EndScript(string name)
    {
        if (script >= 0 && script < text.Length && text.Length - script <= LongestScript)
        {
            var part = text.ToString(script, text.Length - script).Trim();
            text.Length = script;
            text.Append(name == "sub" ? ScriptLetters.Sub(part) : ScriptLetters.Super(part));
        }

        script = -1;
    }

    public void StartMath() => math = text.Length;

    /// <summary>The TeX of a formula takes the place of its MathML.</summary>
    public void StartTex(int line)
    {
        text.Length = math >= 0 ? Math.Min(math, text.Length) : text.Length;
        (math, inTex) = (-1, true);
        Append("$", line);
    }

    public void EndTex()
    {
        Append(inTex ? "$" : "", Line);
        inTex = false;
    }

    /// <summary>The text on one line; begins the next.</summary>
    public string Take()
    {
        var clean = text.Length == 0 ? "" : OneLine.Of(text.ToString());
        text.Clear();
        (script, math, inTex) = (-1, -1, false);
        return clean;
    }
}
