using System.Buffers;
using System.Text;

namespace PaperFunctions.Papers;

/// <summary>Titles as an identity: what is left when case, accents, TeX, white space and punctuation are taken away.</summary>
/// <remarks>Kept are letters and digits, and the signs that tell like titles apart: <c>+</c> and <c>#</c>, <c>*</c> inside the title, a
/// point or a
/// slash between digits, and a gap between digits. Greek letters are spelled out, so <c>$\beta$-VAE</c>, <c>β-VAE</c> and <c>beta-VAE</c>
/// are one; <c>&amp;</c> is "and".</remarks>
public static class TitleKey
{
    private const int OnStack = 512;

    /// <summary>For each ASCII character what it adds to the key; 0 for those that part words, 1 for those that are nothing.</summary>
    private static readonly char[] Ascii = MakeAscii();

    private static readonly SearchValues<char> Markup = SearchValues.Create("\\&");

    /// <summary>The key; empty where the title has no letter and no digit.</summary>
    public static string Of(string title)
    {
        if (title.AsSpan().ContainsAny(Markup))
        {
            title = TitleMarkup.Strip(title);
        }

        if (title.Length <= OnStack && System.Text.Ascii.IsValid(title))
        {
            Span<char> small = stackalloc char[OnStack * 2];
            return new KeyWriter(small).Write(title);
        }

        var rented = ArrayPool<char>.Shared.Rent(title.Length * (FoldTable.Longest + 1));
        var key = new KeyWriter(rented).Write(title);
        ArrayPool<char>.Shared.Return(rented);
        return key;
    }

    private static char[] MakeAscii()
    {
        var table = new char[128];
        for (var c = '\0'; c < 128; c++)
        {
            table[c] = char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '*' ? char.ToLowerInvariant(c)
                : c is '$' or '{' or '}' or '^' or '_' ? '\u0001'
                : '\0';
        }

        return table;
    }

    private ref struct KeyWriter(Span<char> output)
    {
        private readonly Span<char> _output = output;
        private int _length;
        private int _gap;
        private char _gapSign;

        public string Write(string title)
        {
            for (var i = 0; i < title.Length; i++)
            {
                var c = title[i];
                if (c < 128)
                {
                    Take(c, Ascii[c]);
                }
                else
                {
                    i += TakeWide(title, i);
                }
            }

            while (_length > 0 && _output[_length - 1] == '*')
            {
                _length--;
            }

            return HasLetterOrDigit(_output[.._length]) ? new string(_output[.._length]) : "";
        }

        private void Take(char c, char kept)
        {
            if (kept > '\u0001')
            {
                Append(kept);
            }
            else if (kept == '\0')
            {
                _gapSign = c;
                _gap++;
            }
        }

        /// <summary>Takes one character beyond ASCII; returns how many more UTF-16 units it has.</summary>
        private int TakeWide(string title, int at)
        {
            if (Rune.DecodeFromUtf16(title.AsSpan(at), out var rune, out var units) != OperationStatus.Done)
            {
                _gap++;
                return 0;
            }

            if (FoldTable.TryFold(rune.Value, out var folded))
            {
                foreach (var c in folded)
                {
                    Append(c);
                }
            }
            else if (Rune.IsLetterOrDigit(rune) || IsVowelSign(rune))
            {
                AppendRune(Rune.ToLowerInvariant(rune));
            }
            else
            {
                _gap += FoldTable.IsMark(rune.Value) ? 0 : 1;
                _gapSign = '\0';
            }

            return units - 1;
        }

        /// <summary>In the scripts of India and others a mark is a vowel, not an accent.</summary>
        private static bool IsVowelSign(Rune rune) => !FoldTable.IsMark(rune.Value) &&
            Rune.GetUnicodeCategory(
                rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

        private void AppendRune(Rune rune)
        {
            Span<char> units = stackalloc char[2];
            foreach (var c in units[..rune.EncodeToUtf16(units)])
            {
                Append(c);
            }
        }

        private void Append(char c)
        {
            if (_gap > 0 && _length > 0 && char.IsAsciiDigit(c) && char.IsAsciiDigit(_output[_length - 1])
                && !(_gap == 1 && _gapSign == ','))
            {
                _output[_length++] = _gap == 1 && _gapSign is '.' or '/' ? _gapSign : ' ';
            }

            _gap = 0;
            _gapSign = '\0';
            _output[_length++] = c;
        }

        private static bool HasLetterOrDigit(ReadOnlySpan<char> key)
        {
            foreach (var c in key)
            {
                if (c is not ('+' or '#' or '*' or ' '))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
