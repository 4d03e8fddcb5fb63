using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Topics;

/// <summary>The words of a title and an abstract with their places: every word counts, from 0 in the title and from <see cref="Abstract"/>
/// in the abstract, and between two sentences the count jumps, so that words of different sentences are never close.</summary>
internal ref struct PlacedWords(TokenList tokens)
{
    /// <summary>Place of the first word of an abstract.</summary>
    public const int Abstract = 1024;

    private const int BetweenSentences = 40;

    private readonly TokenList _tokens = tokens;
    private int _at = -1;
    private int _next;

    public readonly Token Token => _tokens.Tokens[_at];

    /// <summary>The last words of an endless text share one place.</summary>
    public readonly ushort Place => (ushort)Math.Min(_next, Token.Text == 0 ? Abstract - 1 : ushort.MaxValue);

    public bool MoveNext()
    {
        if (++_at == _tokens.Tokens.Length)
        {
            return false;
        }

        _next = _at == 0 ? Token.Text * Abstract
            : Token.Text != _tokens.Tokens[_at - 1].Text ? Abstract
            : _next + (EndsSentence(_tokens.Tokens[_at - 1], Token) ? BetweenSentences : 1);
        return true;
    }

    /// <summary>Whether a full stop and a space, or the like, stand between two words.</summary>
    private readonly bool EndsSentence(Token one, Token other)
    {
        // Scripts without spaces have words that overlap.
        if (one.Place.End.Value >= other.Place.Start.Value)
        {
            return false;
        }

        var between = _tokens.Before(other)[one.Place.End.Value..];
        var stop = between.IndexOfAny(".?!;");
        return stop >= 0 && stop + 1 < between.Length && char.IsWhiteSpace(between[stop + 1]);
    }
}
