using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>Turns what a reader told us into numbers for one set of candidates.</summary>
internal sealed class TasteReader(CandidateSet set, TasteInput input, Weights weights)
{
    /// <summary>Votes that have faded below this are forgotten.</summary>
    private const float LeastWeight = 0.001f;

    private readonly List<TastePart> parts = [];
    private readonly List<PlacedVote> votes = [];
    private readonly Bonuses bonuses = new(set, weights);
    private readonly List<(int Word, float Share)> matches = [];
    private readonly float[] said = new float[Space.Width];
    private double likes;
    private bool topics;

    public PreparedTaste Read()
    {
        ReadVotes();
        ReadTopics();
        ReadAuthors();
        var (direction, offset) = Standardised(Ridge.Direction(votes, weights.Penalty, said));
        var factor = weights.Words / (float)Math.Sqrt(Math.Max(1, likes));
        return new PreparedTaste(input)
        {
            Direction = direction,
            Offset = offset,
            Words = [.. matches.Select(m => (m.Word, m.Share * factor))],
            Bonuses = bonuses.ToList(likes),
            Parts = parts,
            Muted = Mutes.Of(set, input),
            Calibration = Calibration.For(likes, topics, set.Share),
            HasAim = likes > 0 || topics || parts.Exists(p => p.Kind == TastePartKind.Author),
        };
    }

    private void ReadVotes()
    {
        for (var i = 0; i < input.Rated.Count; i++)
        {
            var rated = input.Rated[i];
            var weight = (float)Math.Pow(0.5, Math.Max(0, (input.Now - rated.At).TotalDays) / weights.HalfLifeDays);
            if (rated.Value == 0 || weight < LeastWeight)
            {
                continue;
            }

            var place = set.Places.Of(rated.Paper);
            var like = rated.Value > 0;
            var known = place.AsSpan().ContainsAnyExcept(0f);
            if (known)
            {
                votes.Add(like ? new PlacedVote(place, 1, weight) : new PlacedVote(place, -weights.Dislike, weight * weights.DislikeWeight));
            }

            parts.Add(new TastePart(like ? TastePartKind.Like : TastePartKind.Dislike, i, $"{(like ? "like" : "too close to")} *{rated.Paper.Title}*", place));
            if (like)
            {
                likes += known ? weight : 0;
                bonuses.AddLiked(rated.Paper, weight);
            }
        }
    }

    private void ReadTopics()
    {
        for (var i = 0; i < input.Interests.Count; i++)
        {
            if (input.Interests[i] is not { Kind: InterestKind.Topic, Text: var text })
            {
                continue;
            }

            var place = set.Places.Of(text);
            parts.Add(new TastePart(TastePartKind.Topic, i, $"your topic '{text}'", place));
            var found = WordsOf(text);
            var whole = found.Sum(w => set.Words.Rarity(w));
            matches.AddRange(found.Select(w => (w, 1 / whole)));
            bonuses.AddNamedLabel(text);
            topics |= found.Count > 0 || place.AsSpan().ContainsAnyExcept(0f);
            SparseRows.AddScaled(said, place, 1);
        }

        Vectors.ToUnit(said);
        Vectors.Scale(said, weights.Topics);
    }

    private void ReadAuthors()
    {
        for (var i = 0; i < input.Interests.Count; i++)
        {
            if (input.Interests[i] is { Kind: InterestKind.Author, Text: var name })
            {
                parts.Add(new TastePart(TastePartKind.Author, i, $"by {name}", []));
                bonuses.AddNamed(name);
            }
        }
    }

    /// <summary>The direction with scores along it brought to mean 0 and deviation 1 in the corpus.</summary>
    private (float[] Direction, float Offset) Standardised(float[] along)
    {
        if (!along.AsSpan().ContainsAnyExcept(0f))
        {
            return (along, 0);
        }

        var scale = 1 / set.Model.Spread.DeviationAlong(along);
        var offset = -scale * set.Model.Spread.MeanAlong(along);
        Vectors.Scale(along, scale);
        return (along, offset);
    }

    private List<int> WordsOf(string text)
    {
        var found = new List<int>();
        var tokens = new TokenList().ReadPhrase(text);
        foreach (var token in tokens.Tokens)
        {
            var word = set.Words.Find(tokens.Stem(token));
            if (word >= 0 && !found.Contains(word))
            {
                found.Add(word);
            }
        }

        return found;
    }
}
