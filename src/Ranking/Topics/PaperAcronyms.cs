using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Topics;

/// <summary>Acronyms that papers define themselves, as in "graph neural network (GNN)".</summary>
internal sealed class PaperAcronyms
{
    private const int MostLetters = 8;

    private readonly Dictionary<(int Paper, string Acronym), string> _meanings = [];
    private readonly Dictionary<string, string?> _agreed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _shortForms = new(StringComparer.Ordinal);

    /// <summary>What a paper says that an acronym stands for, as stems between spaces; null where it does not say.</summary>
    /// <param name="acronym">Its stem.</param>
    public string? Meaning(int paper, string acronym) => _meanings.GetValueOrDefault((paper, acronym));

    /// <summary>What all papers that define an acronym say that it stands for; null where none does, or where they differ.</summary>
    public string? Agreed(string acronym) => _agreed.GetValueOrDefault(acronym);

    /// <summary>The acronyms, as stems, that any paper defines for a phrase.</summary>
    /// <param name="phrase">Stems between spaces, without stop words.</param>
    public IReadOnlyCollection<string> ShortForms(string phrase) => _shortForms.TryGetValue(phrase, out var found) ? found : [];

    public void Learn(int paper, TokenList tokens)
    {
        var all = tokens.Tokens;
        for (var i = 2; i < all.Length; i++)
        {
            if (IsInBrackets(tokens, all[i]) && LongForm(tokens, all[..i], tokens.Written(all[i], all[i])) is { } phrase)
            {
                var acronym = tokens.Stem(all[i]).ToString();
                _meanings.TryAdd((paper, acronym), phrase);
                _agreed[acronym] = _agreed.TryGetValue(acronym, out var other) && other != phrase ? null : phrase;
                (_shortForms.TryGetValue(phrase, out var known) ? known : _shortForms[phrase] = new(StringComparer.Ordinal)).Add(acronym);
            }
        }
    }

    /// <summary>Whether a word with two capitals or more stands behind an opening bracket.</summary>
    private static bool IsInBrackets(TokenList tokens, Token token)
    {
        var written = tokens.Written(token, token);
        var capitals = 0;
        foreach (var c in written)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 1 && written.Length is > 1 and <= MostLetters + 1 && tokens.Before(token) is [.., '('];
    }

    /// <summary>The words right before whose initials are the acronym's letters, stop words skipped where they have none of them.</summary>
    private static string? LongForm(TokenList tokens, ReadOnlySpan<Token> before, ReadOnlySpan<char> acronym)
    {
        var letter = acronym.Length - (acronym[^1] == 's' ? 2 : 1);
        var stems = new List<string>();
        for (var i = before.Length - 1; i >= 0 && letter >= 0 && before[i].Text == before[^1].Text; i--)
        {
            if (tokens.Word(before[i])[0] == char.ToLowerInvariant(acronym[letter]))
            {
                letter--;
            }
            else if (before[i].Kind != TokenKind.Stop)
            {
                return null;
            }

            if (before[i].Kind != TokenKind.Stop)
            {
                stems.Insert(0, tokens.Stem(before[i]).ToString());
            }
        }

        return letter < 0 && stems.Count > 1 ? string.Join(' ', stems) : null;
    }
}
