using System.Text;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>
/// The simple query syntax: words, "phrases", prefix*, + (and), | (or), - (not), parentheses, backslash. It never fails: what makes
/// no sense is left out. Operators bind from left to right, as in Lucene's SimpleQueryParser, which the service builds on.
/// </summary>
internal sealed class SimpleQueryParser
{
    private const int MaxClauses = 1024;

    private readonly string _text;
    private readonly bool _all;
    private int _at;
    private int _clauses;

    private SimpleQueryParser(string text, bool all)
    {
        _text = text;
        _all = all;
    }

    /// <param name="text">Null, empty or <c>*</c> finds every document.</param>
    /// <param name="all">True: words without an operator between them must all match (searchMode=all).</param>
    /// <returns>Null: nothing in the text can be searched for, so nothing is found.</returns>
    /// <exception cref="SearchRequestException">More clauses than the service takes.</exception>
    public static QueryNode? Parse(string? text, bool all) =>
        string.IsNullOrWhiteSpace(text) || text.Trim() == "*" ? new AllDocuments() : new SimpleQueryParser(text, all)
            .Sequence(nested: false);

    private QueryNode? Sequence(bool nested)
    {
        QueryNode? top = null;
        char? pending = null;
        var negations = 0;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == ')' && nested)
            {
                break;
            }

            if (c is '+' or '|')
            {
                pending = top is null ? null : pending ?? c;
                negations = 0;
                _at++;
            }
            else if (c == '-')
            {
                negations++;
                _at++;
            }
            else if (Operand(c) is { } operand)
            {
                top = Join(top, negations % 2 == 1 ? new Not(operand) : operand, pending);
                pending = null;
                negations = 0;
            }
        }

        return top;
    }

    /// <summary>A word, a phrase or a group; null when what stood there was none and has been passed over.</summary>
    private QueryNode? Operand(char c)
    {
        if (char.IsWhiteSpace(c) || c == ')')
        {
            _at++;
            return null;
        }

        if (c == '(')
        {
            _at++;
            var inner = Sequence(nested: true);
            _at += _at < _text.Length ? 1 : 0;
            return inner;
        }

        return c == '"' ? Phrase() : Word();
    }

    private Leaf? Phrase()
    {
        var phrase = new StringBuilder();
        for (var i = _at + 1; i < _text.Length; i++)
        {
            if (_text[i] == '\\' && i + 1 < _text.Length)
            {
                phrase.Append(_text[++i]);
            }
            else if (_text[i] == '"')
            {
                _at = i + 1;
                return phrase.Length == 0 ? null : Counted(new Leaf(LeafKind.Phrase, phrase.ToString()));
            }
            else
            {
                phrase.Append(_text[i]);
            }
        }

        _at++; // No closing quote: the opening one means nothing.
        return null;
    }

    private Leaf? Word()
    {
        var word = new StringBuilder();
        var prefix = false;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('"' or '+' or '|' or '(' or ')'))
        {
            prefix = _text[_at] == '*';
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                _at++;
            }

            word.Append(_text[_at++]);
        }

        if (!prefix)
        {
            return Counted(new Leaf(LeafKind.Word, word.ToString()));
        }

        word.Length--;
        return word.Length == 0 ? null : Counted(new Leaf(LeafKind.Prefix, word.ToString()));
    }

    private Leaf Counted(Leaf leaf)
    {
        if (++_clauses > MaxClauses)
        {
            throw SearchRequestException.Parameter("search", $"The query has more than {MaxClauses} clauses.");
        }

        return leaf;
    }

    private QueryNode Join(QueryNode? top, QueryNode part, char? given)
    {
        var and = given is null ? _all : given == '+';
        return (top, and) switch
        {
            (null, _) => part,
            (Both both, true) => new Both([.. both.Parts, part]),
            (Either either, false) => new Either([.. either.Parts, part]),
            (_, true) => new Both([top, part]),
            _ => new Either([top, part]),
        };
    }
}
