using System.Buffers;

namespace PaperFunctions.Ranking.Topics;

/// <summary>Finds the candidates that have words of a topic, and weighs what they have.</summary>
/// <remarks>BM25 as in Robertson and Zaragoza 2009, doi:10.1561/1500000019, with their usual k1 and b.</remarks>
internal sealed class TopicMatcher
{
    /// <summary>Papers with less than this share of a topic's words, weighed, have nothing of it:
    /// "model" alone says nothing of "state space models".</summary>
    private const float LeastCoverage = 0.3f;

    private const float K1 = 1.2f;
    private const float B = 0.75f;
    private const float TitleFactor = 3;
    private const int MostSeen = 512;

    /// <summary>Places from one word of a phrase to the next: one word may stand between, as in "mixture of experts".</summary>
    private const int Gap = 2;

    /// <summary>What a word counts that stands before one that it follows in the topic: "models of the world" for "world models".</summary>
    private const float Turned = 0.5f;

    private readonly TopicIndex _index;
    private readonly TopicWords _words;
    private readonly float _whole;
    private readonly int[] _cursors;
    private readonly Occurrence[] _seen = new Occurrence[MostSeen];
    private readonly float[] _counts;
    private readonly float[] _best;
    private readonly (float[] Vector, float Trust) _vector;
    private int _found;

    private TopicMatcher(TopicIndex index, TopicWords words)
    {
        (_index, _words) = (index, words);
        _whole = words.Rarity.Sum();
        _vector = index.Vectors.OfTopic(words.Stems, words.Rarity);
        _cursors = new int[words.Forms.Count];
        _counts = new float[words.Rarity.Length];
        _best = new float[words.Rarity.Length];
    }

    public static TopicMatches Match(TopicIndex index, string topic)
    {
        var words = new TopicWords(index, topic);
        return new TopicMatches(words, words.Forms.Count == 0 ? [] : new TopicMatcher(index, words).Weigh());
    }

    private TopicMatch[] Weigh()
    {
        var masks = ArrayPool<ushort>.Shared.Rent(_index.Words.Papers);
        Mark(masks.AsSpan(0, _index.Words.Papers));
        var matches = new List<TopicMatch>();
        for (var paper = 0; paper < _index.Words.Papers; paper++)
        {
            if (masks[paper] != 0 && Share(masks[paper]) >= LeastCoverage)
            {
                Collect(paper);
                matches.Add(new TopicMatch(paper, Evidence(paper)));
            }
        }

        ArrayPool<ushort>.Shared.Return(masks);
        return [.. matches];
    }

    /// <summary>A bit for each word of the topic that a paper has in any form.</summary>
    private void Mark(Span<ushort> masks)
    {
        masks.Clear();
        foreach (var form in _words.Forms)
        {
            var bits = (ushort)(((1 << form.Words) - 1) << form.First);
            foreach (var posting in form.Papers)
            {
                masks[posting.Paper] |= bits;
            }
        }
    }

    private float Share(int mask)
    {
        var sum = 0f;
        for (var i = 0; i < _words.Rarity.Length; i++)
        {
            sum += (mask >> i & 1) * _words.Rarity[i];
        }

        return sum / _whole;
    }

    /// <summary>All that a paper has of the topic, in the order of the text.</summary>
    private void Collect(int paper)
    {
        _found = 0;
        for (var i = 0; i < _cursors.Length; i++)
        {
            var form = _words.Forms[i];
            while (_cursors[i] < form.Papers.Length && form.Papers[_cursors[i]].Paper < paper)
            {
                _cursors[i]++;
            }

            if (_cursors[i] < form.Papers.Length && form.Papers[_cursors[i]] is var posting && posting.Paper == paper)
            {
                var places = form.Places is { } own ? own.AsSpan(posting.First, posting.Count) : _index.Words.Places(posting);
                foreach (var place in places[..Math.Min(places.Length, MostSeen - _found)])
                {
                    _seen[_found++] = new Occurrence(place, (byte)form.First, (byte)form.Words, form.Strength);
                }
            }
        }

        _seen.AsSpan(0, _found).Sort((a, b) => a.Place.CompareTo(b.Place));
    }

    private TopicEvidence Evidence(int paper)
    {
        var (together, from, to) = Closest();
        Array.Clear(_counts);
        Array.Clear(_best);
        for (var k = 0; k < _found; k++)
        {
            for (var i = _seen[k].First; i < _seen[k].First + _seen[k].Words; i++)
            {
                _counts[i] += _seen[k].Strength * (_seen[k].Place < PlacedWords.Abstract ? TitleFactor : 1);
                _best[i] = Math.Max(_best[i], _seen[k].Strength);
            }
        }

        var norm = K1 * (1 - B + (B * _index.Words.Length(paper) / (float)_index.Words.MeanLength));
        var (strength, coverage) = (0f, 0f);
        for (var i = 0; i < _counts.Length; i++)
        {
            strength += _words.Rarity[i] * _counts[i] / (_counts[i] + norm);
            coverage += _words.Rarity[i] * _best[i];
        }

        return new TopicEvidence(strength / _whole, coverage / _whole, together, _index.Vectors.Similarity(_vector, paper), from, to);
    }

    /// <summary>Where most of the topic stands close together: the first such place, so the title if it has it.</summary>
    private (float Share, ushort From, ushort To) Closest()
    {
        var (most, from, to) = (0f, (ushort)0, (ushort)0);
        for (var k = 0; k < _found; k++)
        {
            Array.Clear(_best);
            var (share, last) = (Gain(_seen[k], 1), k);
            for (var l = k + 1; l < _found && _seen[l].Place - _seen[last].Place <= Gap; l++)
            {
                var gained = Gain(_seen[l], _seen[l].First >= _seen[last].First ? 1 : Turned);
                (share, last) = gained > 0 ? (share + gained, l) : (share, last);
            }

            if (share > most + 1e-4f)
            {
                (most, from, to) = (share, _seen[k].Place, _seen[last].Place);
            }
        }

        return (most / _whole, from, to);
    }

    /// <summary>What an occurrence adds to those before it.</summary>
    private float Gain(Occurrence occurrence, float factor)
    {
        var gained = 0f;
        for (var i = occurrence.First; i < occurrence.First + occurrence.Words; i++)
        {
            var strength = factor * occurrence.Strength;
            gained += _words.Rarity[i] * Math.Max(0, strength - _best[i]);
            _best[i] = Math.Max(_best[i], strength);
        }

        return gained;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Occurrence(ushort Place, byte First, byte Words, float Strength);
}
