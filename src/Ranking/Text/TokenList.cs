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
/// <param name="Text">Which of the texts it stands in, from 0.</param>
/// <param name="Place">Where it stands in that text, as it was written.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Token(int Start, int Length, int StemStart, int StemLength, TokenKind Kind, int Text, Range Place);

/// <summary>The words of one text; reused from text to text to spare memory.</summary>
internal sealed class TokenList
{
    private readonly char[] _word = new char[WordReader.MaxLength];
    private readonly List<Token> _tokens = [];
    private readonly List<string> _texts = [];
    private char[] _letters = new char[4096];
    private int _used;

    public ReadOnlySpan<Token> Tokens => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tokens);

    public ReadOnlySpan<char> Word(Token token) => _letters.AsSpan(token.Start, token.Length);

    public ReadOnlySpan<char> Stem(Token token) => _letters.AsSpan(token.StemStart, token.StemLength);

    /// <summary>The text from one word to another of the same text, as it was written.</summary>
    public ReadOnlySpan<char> Written(Token first, Token last) => _texts[first.Text].AsSpan()[first.Place.Start..last.Place.End];

    /// <summary>What stands before a word in its text.</summary>
    public ReadOnlySpan<char> Before(Token token) => _texts[token.Text].AsSpan()[..token.Place.Start];

    /// <summary>Reads title and abstract anew; they are texts 0 and 1.</summary>
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
        _tokens.RemoveAll(t => t.Kind == TokenKind.Stop);
        return this;
    }

    private void Add(string text)
    {
        _texts.Add(text);
        var reader = new WordReader(text, _word);
        while (reader.MoveNext())
        {
            var start = Keep(reader.Current);
            var length = reader.Current.Length;
            var kind = StopWords.Contains(reader.Current) ? TokenKind.Stop : TokenKind.Content;
            var stem = reader.Current[..Stemmer.Stem(reader.Current)];
            kind = kind == TokenKind.Content && Boilerplate.Contains(stem) ? TokenKind.Boilerplate : kind;
            if (kind == TokenKind.Content && stem is "art" && IsStateOfTheArt())
            {
                kind = TokenKind.Boilerplate;
            }

            _tokens.Add(new Token(start, length, Keep(stem), stem.Length, kind, _texts.Count - 1, reader.Place));
        }
    }

    /// <summary>Whether "state of the" was read last; if so, that state is no subject either.</summary>
    private bool IsStateOfTheArt()
    {
        if (_tokens is not [.., var state, var of, var the] || Word(state) is not "state" || Word(of) is not "of" || Word(the) is not "the")
        {
            return false;
        }

        _tokens[^3] = state with { Kind = TokenKind.Boilerplate };
        return true;
    }

    private void Clear()
    {
        _tokens.Clear();
        _texts.Clear();
        _used = 0;
    }

    private int Keep(ReadOnlySpan<char> part)
    {
        if (_used + part.Length > _letters.Length)
        {
            Array.Resize(ref _letters, _letters.Length * 2);
        }

        part.CopyTo(_letters.AsSpan(_used));
        _used += part.Length;
        return _used - part.Length;
    }
}
