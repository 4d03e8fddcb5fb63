using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Text;

/// <summary>What a word is good for.</summary>
internal enum TokenKind : byte
{
    /// <summary>A stop word: only its characters count.</summary>
    Stop,

    /// <summary>A word that every abstract has: it can be searched for, but says nothing of the subject.</summary>
    Boilerplate,

    Content,
}

/// <param name="Start">Of the folded word in the letters of the list.</param>
/// <param name="StemStart">Of its stem there.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Token(int Start, int Length, int StemStart, int StemLength, TokenKind Kind);

/// <summary>The words of one text; reused from text to text to spare memory.</summary>
internal sealed class TokenList
{
    private readonly char[] word = new char[WordReader.MaxLength];
    private readonly List<Token> tokens = [];
    private char[] letters = new char[4096];
    private int used;

    public ReadOnlySpan<Token> Tokens => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);

    public ReadOnlySpan<char> Word(Token token) => letters.AsSpan(token.Start, token.Length);

    public ReadOnlySpan<char> Stem(Token token) => letters.AsSpan(token.StemStart, token.StemLength);

    /// <summary>Reads title and abstract anew.</summary>
    public TokenList Read(Paper paper)
    {
        Clear();
        Add(paper.Title);
        Add(paper.Abstract);
        return this;
    }

    /// <summary>Reads a phrase anew, without its stop words.</summary>
    public TokenList ReadPhrase(string phrase)
    {
        Clear();
        Add(phrase);
        tokens.RemoveAll(t => t.Kind == TokenKind.Stop);
        return this;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        var reader = new WordReader(text, word);
        while (reader.MoveNext())
        {
            var start = Keep(reader.Current);
            var length = reader.Current.Length;
            var kind = StopWords.Contains(reader.Current) ? TokenKind.Stop : TokenKind.Content;
            var stem = reader.Current[..Stemmer.Stem(reader.Current)];
            kind = kind == TokenKind.Content && Boilerplate.Contains(stem) ? TokenKind.Boilerplate : kind;
            tokens.Add(new Token(start, length, Keep(stem), stem.Length, kind));
        }
    }

    private void Clear()
    {
        tokens.Clear();
        used = 0;
    }

    private int Keep(ReadOnlySpan<char> part)
    {
        if (used + part.Length > letters.Length)
        {
            Array.Resize(ref letters, letters.Length * 2);
        }

        part.CopyTo(letters.AsSpan(used));
        used += part.Length;
        return used - part.Length;
    }
}
