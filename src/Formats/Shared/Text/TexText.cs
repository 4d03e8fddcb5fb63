using System.Buffers;
using System.Text;

namespace PaperFunctions.Formats.Shared.Text;

/// <summary>TeX in prose to Unicode: quotes, dashes, accents, symbols, simple math. What it does not know loses only its backslash.</summary>
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

    private readonly string text;
    private readonly bool allBraces;
    private StringBuilder output;
    private int at;
    private int depth;
    private int mathEnd = -1;
    private int quoteEnd = -1;
    private int openQuotes;
    private int nextAddress = -1;

    private TexText(string text, bool allBraces)
    {
        (this.text, this.allBraces) = (text, allBraces);
        output = new StringBuilder(text.Length);
    }

    private bool InMath => at < mathEnd;

    /// <param name="text">Prose with TeX in it.</param>
    /// <param name="allBraces">Every brace groups; else only those of TeX do.</param>
    public static string Read(string text, bool allBraces)
    {
        var reader = new TexText(text, allBraces);
        reader.ReadTo(text.Length);
        return reader.output.ToString();
    }

    private char Next => at + 1 < text.Length ? text[at + 1] : '\0';

    private char Before => at > 0 ? text[at - 1] : ' ';

    private void ReadTo(int end)
    {
        while (at < end)
        {
            CopyPlain(end);
            if (at < end)
            {
                ReadOne();
            }
        }
    }

    /// <summary>Copies up to the next character that may mean something.</summary>
    private void CopyPlain(int end)
    {
        var length = text.AsSpan(at, end - at).IndexOfAny(Signs);
        var stop = length < 0 ? end : at + length;
        if (!InMath)
        {
            stop = Math.Min(stop, AddressFrom());
        }

        output.Append(text, at, stop - at);
        at = stop;
    }

    private int AddressFrom()
    {
        if (nextAddress < at)
        {
            var found = text.AsSpan(at).IndexOfAny(Addresses);
            nextAddress = found < 0 ? int.MaxValue : at + found;
        }

        return nextAddress;
    }

    private void ReadOne()
    {
        switch (text[at])
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
            case '"' when openQuotes > 0:
                openQuotes--;
                output.Append('”');
                at++;
                break;
            case 'h' or 'w' when AddressLength() is var length and > 0:
                output.Append(text, at, length);
                at += length;
                break;
            default:
                output.Append(text[at++]);
                break;
        }
    }

    /// <summary>Addresses have tildes, underscores and percent signs of their own.</summary>
    private int AddressLength()
    {
        var rest = text.AsSpan(at);
        if (InMath || !(rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.")))
        {
            return 0;
        }

        var end = rest.IndexOfAny(AddressEnds);
        return end < 0 ? rest.Length : end;
    }

    private void Brace()
    {
        if (!allBraces && !InMath && text[at] == '{' && Next != '\\')
        {
            output.Append('{');
        }
        else if (!allBraces && !InMath && text[at] == '}' && !ClosesTex())
        {
            output.Append('}');
        }

        at++;
    }

    /// <summary>Whether the brace that this one closes was one of TeX.</summary>
    private bool ClosesTex()
    {
        var open = 0;
        for (var i = at - 1; i >= 0 && i > at - 400; i--)
        {
            open += text[i] == '}' ? 1 : text[i] == '{' ? -1 : 0;
            if (open < 0)
            {
                return i + 1 < text.Length && text[i + 1] == '\\';
            }
        }

        return false;
    }
}
