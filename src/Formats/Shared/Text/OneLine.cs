using System.Buffers;

namespace PaperFunctions.Formats.Shared.Text;

/// <summary>White space: runs become one space, the ends go, invisible characters too.</summary>
public static class OneLine
{
    private const string Invisible =
        "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";

    private const string Odd =
        "\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(Invisible + Odd +
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F\uFFFE\uFFFF");

    /// <summary>The same object where nothing is to change.</summary>
    public static string Of(string text) => IsClean(text) ? text : Clean(text);

    private static bool IsClean(string text) =>
        text.Length == 0 ||
        (text[0] != ' ' && text[^1] != ' ' && !text.AsSpan().ContainsAny(Unwanted) && !text.Contains("  ", StringComparison.Ordinal));

    private static string Clean(string text)
    {
        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
        {
            if (c == ' ' || Odd.Contains(c))
            {
                if (length > 0 && rented[length - 1] != ' ')
                {
                    rented[length++] = ' ';
                }
            }
            else if (!Unwanted.Contains(c))
            {
                rented[length++] = c;
            }
        }

        var clean = new string(rented, 0, length > 0 && rented[length - 1] == ' ' ? length - 1 : length);
        ArrayPool<char>.Shared.Return(rented);
        return clean;
    }
}
