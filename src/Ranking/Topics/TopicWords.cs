using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Topics;

/// <summary>A topic's words and all the ways in which the candidates write them.</summary>
internal sealed class TopicWords
{
    /// <summary>Words looked at; a longer topic is cut.</summary>
    public const int Most = 16;

    /// <summary>What a word of the same root counts: "robust" where the topic says "robustness".</summary>
    private const float Kin = 0.9f;

    /// <summary>Words between two that make a phrase: "mixture of experts", "chain-of-thought".</summary>
    private const int Gap = 2;

    private readonly TopicIndex _index;
    private readonly List<TopicForm> _forms = [];

    public TopicWords(TopicIndex index, string topic)
    {
        _index = index;
        var tokens = new TokenList().ReadPhrase(topic);
        var stems = new List<string>();
        var written = new List<string>();
        foreach (var token in tokens.Tokens[..Math.Min(Most, tokens.Tokens.Length)])
        {
            stems.Add(tokens.Stem(token).ToString());
            written.Add(tokens.Word(token).ToString());
        }

        Stems = stems;
        Rarity = [.. stems.Select(index.Rarity)];
        for (var i = 0; i < stems.Count; i++)
        {
            AddWord(i);
            AddLongForm(i);
            AddJoined(i, written);
            AddAcronyms(i);
        }
    }

    public IReadOnlyList<string> Stems { get; }

    /// <summary>How much each word tells.</summary>
    public float[] Rarity { get; }

    public IReadOnlyList<TopicForm> Forms => _forms;

    private void AddWord(int at)
    {
        var stem = Stems[at];
        AddIndexed(stem, at, 1, 1);
        if (Topics.Stems.OtherSpelling(stem) is { } other)
        {
            AddIndexed(other, at, 1, 1);
        }

        foreach (var kin in _index.Kin(stem))
        {
            Add(kin, at, 1, Kin);
        }
    }

    private void AddJoined(int at, List<string> written)
    {
        if (at + 1 < Stems.Count)
        {
            AddIndexed(Topics.Stems.Joined(written[at], written[at + 1]), at, 2, 1);
        }
    }

    /// <summary>The acronyms of the phrases that begin at a word, in the papers where they mean that.</summary>
    private void AddAcronyms(int at)
    {
        for (var words = 2; at + words <= Stems.Count; words++)
        {
            var phrase = string.Join(' ', Stems.Skip(at).Take(words));
            foreach (var acronym in _index.Defined.ShortForms(phrase).Concat(_index.Known.ShortForms(phrase))
                .Distinct(StringComparer.Ordinal))
            {
                AddMeant(acronym, phrase, at, words);
            }
        }
    }

    private void AddMeant(string acronym, string phrase, int at, int words)
    {
        if (_index.Words.Find(acronym) is >= 0 and var word && word != _index.Words.Find(Stems[at]))
        {
            var usual = (_index.Known.Meaning(acronym) ?? _index.Defined.Agreed(acronym)) == phrase;
            Posting[] meant = [.. _index.Words.With(word).ToArray()
                .Where(p => _index.Defined.Meaning(p.Paper, acronym) is { } says ? says == phrase : usual)];
            Add(new TopicForm(at, words, 1, meant, null));
        }
    }

    /// <summary>Where the topic itself says "GNN": the words that it stands for, next to each other.</summary>
    private void AddLongForm(int at)
    {
        if ((_index.Known.Meaning(Stems[at]) ?? _index.Defined.Agreed(Stems[at])) is { } phrase
            && phrase.Split(' ') is { Length: > 1 } words)
        {
            Add(InARow(at, words));
        }
    }

    private TopicForm InARow(int at, string[] words)
    {
        var (papers, places) = (new List<Posting>(), new List<ushort>());
        int[] numbers = [.. words.Select(w => _index.Words.Find(w))];
        if (!numbers.Contains(-1))
        {
            foreach (var first in _index.Words.With(numbers[0]))
            {
                var start = places.Count;
                foreach (var place in _index.Words.Places(first))
                {
                    if (Follows(first.Paper, place, numbers))
                    {
                        places.Add(place);
                    }
                }

                if (places.Count > start)
                {
                    papers.Add(new Posting(first.Paper, start, places.Count - start));
                }
            }
        }

        return new TopicForm(at, 1, 1, [.. papers], [.. places]);
    }

    private bool Follows(int paper, int place, int[] numbers)
    {
        foreach (var number in numbers[1..])
        {
            var next = _index.PlaceAfter(number, paper, place);
            if (next < 0 || next > place + Gap)
            {
                return false;
            }

            place = next;
        }

        return true;
    }

    private void AddIndexed(string stem, int at, int words, float strength)
    {
        if (_index.Words.Find(stem) is >= 0 and var word)
        {
            Add(word, at, words, strength);
        }
    }

    private void Add(int word, int at, int words, float strength) =>
        Add(new TopicForm(at, words, strength, _index.Words.With(word).ToArray(), null));

    private void Add(TopicForm form)
    {
        if (form.Papers.Length > 0)
        {
            _forms.Add(form);
        }
    }
}
