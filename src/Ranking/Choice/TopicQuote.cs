using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;
using PaperFunctions.Ranking.Topics;

namespace PaperFunctions.Ranking.Choice;

/// <summary>What a paper says of a topic, in its own words.</summary>
internal static class TopicQuote
{
    /// <summary>Words quoted; of more only the first and the last are.</summary>
    private const int MostWords = 9;

    /// <summary>A reason that names the topic and quotes where the paper speaks of it.</summary>
    public static string Of(Paper paper, string topic, TopicEvidence evidence)
    {
        var tokens = new TokenList().Read(paper);
        var (first, last) = (Find(tokens, evidence.From), Find(tokens, evidence.To));
        var text = first.Text == 0 ? "title" : "abstract";
        var quote = Written(tokens, WithPrefix(tokens, first), last, evidence.To - evidence.From < MostWords);
        return string.Equals(quote, topic.Trim(), StringComparison.OrdinalIgnoreCase)
            ? $"your topic '{topic}', in the {text}"
            : $"your topic '{topic}': the {text} says '{quote}'";
    }

    private static Token Find(TokenList tokens, int place)
    {
        var words = new PlacedWords(tokens);
        while (words.MoveNext())
        {
            if (words.Place == place)
            {
                return words.Token;
            }
        }

        throw new InvalidOperationException($"The paper has no word at place {place}.");
    }

    /// <summary>The word before where a hyphen joins the two: "multi-agent", not "agent".</summary>
    private static Token WithPrefix(TokenList tokens, Token word)
    {
        var before = word;
        foreach (var token in tokens.Tokens)
        {
            if (token.Text == word.Text && token.Place.End.Value == word.Place.Start.Value - 1 && tokens.Before(word)[^1] == '-')
            {
                before = token;
            }
        }

        return before;
    }

    private static string Written(TokenList tokens, Token first, Token last, bool whole) => whole
        ? string.Join(' ', tokens.Written(first, last).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : $"{tokens.Written(first, first)} … {tokens.Written(last, last)}";
}
