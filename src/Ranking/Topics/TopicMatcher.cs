using System.Buffers;

namespace PaperFunctions.Ranking.Topics;

/// <summary>Finds the candidates that have words of a topic, and weighs what they have.</summary>
/// <remarks>BM25 as in Robertson and Zaragoza 2009, doi:10.1561/1500000019, with their usual k1 and b.</remarks>
internal sealed class TopicMatcher
{
    /// <summary>Papers with less than this share of a topic's words, weighed, have nothing of it: "model" alone says nothing of "state space models".</summary>
    private const float LeastCoverage = 0.3f;

    private const float K1 = 1.2f;
    private const float B = 0.75f;
    private const float TitleFactor = 3;
    private const int MostSeen = 512;

    /// <summary>Places from one word of a phrase to the next: one word may stand between, as in "mixture of experts".</summary>
    private const int Gap = 2;

    /// <summary>What a word counts that stands before one that it follows in the topic: "models of the world" for "world models".</summary>
    private const float Turned = 0.5f;

    private readonly TopicIndex index;
    private readonly TopicWords words;
    private readonly float whole;
    private readonly int[] cursors;
    private readonly Occurrence[] seen = new Occurrence[MostSeen];
    private readonly float[] counts;
    private readonly float[] best;
    private readonly (float[] Vector, float Trust) vector;
    private int found;

    private TopicMatcher(TopicIndex index, TopicWords words)
    {
        (this.index, this.words) = (index, words);
        whole = words.Rarity.Sum();
        vector = index.Vectors.OfTopic(words.Stems, words.Rarity);
        cursors = new int[words.Forms.Count];
        counts = new float[words.Rarity.Length];
        best = new float[words.Rarity.Length];
    }

    public static TopicMatches Match(TopicIndex index, string topic)
    {
        var words = new TopicWords(index, topic);
        return new TopicMatches(words, words.Forms.Count == 0 ? [] : new TopicMatcher(index, words).Weigh());
    }

    private TopicMatch[] Weigh()
    {
        var masks = ArrayPool<ushort>.Shared.Rent(index.Words.Papers);
        Mark(masks.AsSpan(0, index.Words.Papers));
        var matches = new List<TopicMatch>();
        for (var paper = 0; paper < index.Words.Papers; paper++)
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
        foreach (var form in words.Forms)
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
        for (var i = 0; i < words.Rarity.Length; i++)
        {
            sum += (mask >> i & 1) * words.Rarity[i];
        }

        return sum / whole;
    }

    /// <summary>All that a paper has of the topic, in the order of the text.</summary>
    private void Collect(int paper)
    {
        found = 0;
        for (var i = 0; i < cursors.Length; i++)
        {
            var form = words.Forms[i];
            while (cursors[i] < form.Papers.Length && form.Papers[cursors[i]].Paper < paper)
            {
                cursors[i]++;
            }

            if (cursors[i] < form.Papers.Length && form.Papers[cursors[i]] is var posting && posting.Paper == paper)
            {
                var places = form.Places is { } own ? own.AsSpan(posting.First, posting.Count) : index.Words.Places(posting);
                foreach (var place in places[..Math.Min(places.Length, MostSeen - found)])
                {
                    seen[found++] = new Occurrence(place, (byte)form.First, (byte)form.Words, form.Strength);
                }
            }
        }

        seen.AsSpan(0, found).Sort((a, b) => a.Place.CompareTo(b.Place));
    }

    private TopicEvidence Evidence(int paper)
    {
        var (together, from, to) = Closest();
        Array.Clear(counts);
        Array.Clear(best);
        for (var k = 0; k < found; k++)
        {
            for (var i = seen[k].First; i < seen[k].First + seen[k].Words; i++)
            {
                counts[i] += seen[k].Strength * (seen[k].Place < PlacedWords.Abstract ? TitleFactor : 1);
                best[i] = Math.Max(best[i], seen[k].Strength);
            }
        }

        var norm = K1 * (1 - B + (B * index.Words.Length(paper) / (float)index.Words.MeanLength));
        var (strength, coverage) = (0f, 0f);
        for (var i = 0; i < counts.Length; i++)
        {
            strength += words.Rarity[i] * counts[i] / (counts[i] + norm);
            coverage += words.Rarity[i] * best[i];
        }

        return new TopicEvidence(strength / whole, coverage / whole, together, index.Vectors.Similarity(vector, paper), from, to);
    }

    /// <summary>Where most of the topic stands close together: the first such place, so the title if it has it.</summary>
    private (float Share, ushort From, ushort To) Closest()
    {
        var (most, from, to) = (0f, (ushort)0, (ushort)0);
        for (var k = 0; k < found; k++)
        {
            Array.Clear(best);
            var (share, last) = (Gain(seen[k], 1), k);
            for (var l = k + 1; l < found && seen[l].Place - seen[last].Place <= Gap; l++)
            {
                var gained = Gain(seen[l], seen[l].First >= seen[last].First ? 1 : Turned);
                (share, last) = gained > 0 ? (share + gained, l) : (share, last);
            }

            if (share > most + 1e-4f)
            {
                (most, from, to) = (share, seen[k].Place, seen[last].Place);
            }
        }

        return (most / whole, from, to);
    }

    /// <summary>What an occurrence adds to those before it.</summary>
    private float Gain(Occurrence occurrence, float factor)
    {
        var gained = 0f;
        for (var i = occurrence.First; i < occurrence.First + occurrence.Words; i++)
        {
            var strength = factor * occurrence.Strength;
            gained += words.Rarity[i] * Math.Max(0, strength - best[i]);
            best[i] = Math.Max(best[i], strength);
        }

        return gained;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Occurrence(ushort Place, byte First, byte Words, float Strength);
}
