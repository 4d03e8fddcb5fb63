using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>Turns what a reader told us into numbers for one set of candidates.</summary>
internal sealed class TasteReader(CandidateSet set, TasteInput input, Weights weights)
{
    /// <summary>Votes that have faded below this are forgotten.</summary>
    private const float LeastWeight = 0.001f;

    /// <summary>Likes that are compared with the others: enough to tell how alike they are.</summary>
    private const int MostLeftOut = 24;

    private readonly List<TastePart> _parts = [];
    private readonly List<PlacedVote> _votes = [];
    private readonly Bonuses _bonuses = new(set, weights);
    private readonly List<Aim> _aims = [];
    private readonly float[] _said = new float[Space.Width];
    private double _likes;

    public PreparedTaste Read()
    {
        ReadVotes();
        ReadTopics();
        ReadAuthors();
        // Topics have words to go by: where there are votes, these alone say what else is near.
        var ridge = _votes.Count > 0 ? new Ridge(_votes, weights.Penalty) : null;
        var (direction, scale, offset) = Standardised(ridge?.Direction ?? _said);
        var alike = ridge is null ? 0 : Alike(ridge, scale, offset);
        return new PreparedTaste(input)
        {
            Direction = direction,
            Offset = offset,
            Aims = _aims,
            Bonuses = _bonuses.ToList(_likes),
            Parts = _parts,
            Muted = Mutes.Of(set, input),
            Calibration = _likes > 0 ? Calibration.For(_likes, alike) : Calibration.WithoutLikes,
            Narrowness = _likes > 0 ? Calibration.Narrowness(_likes, alike) : 0,
            HasLikes = _likes > 0,
            HasVotes = _votes.Count > 0,
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
                _votes.Add(like
                    ? new PlacedVote(place, 1, weight)
                    : new PlacedVote(place, -weights.Dislike, weight * weights.DislikeWeight));
            }

            _parts.Add(new TastePart(like ? TastePartKind.Like : TastePartKind.Dislike, i, rated.Paper.Title, place));
            if (like)
            {
                _likes += known ? weight : 0;
                _bonuses.AddLiked(rated.Paper, weight);
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
            var part = new TastePart(TastePartKind.Topic, i, text, place);
            var found = set.Topics.Match(text);
            _aims.Add(new Aim(part, found, []));
            _parts.Add(part);
            AddLabelled(part, $"in {text.Trim()}");
            SparseRows.AddScaled(_said, place, 1);
        }

        Vectors.ToUnit(_said);
    }

    private void ReadAuthors()
    {
        for (var i = 0; i < input.Interests.Count; i++)
        {
            if (input.Interests[i] is { Kind: InterestKind.Author, Text: var name })
            {
                var part = new TastePart(TastePartKind.Author, i, name, []);
                _parts.Add(part);
                _aims.Add(new Aim(part, null, set.By(name)));
            }
        }
    }

    /// <summary>A topic that is the name of a subject label, as "cs.CL", finds the papers labelled so.</summary>
    private void AddLabelled(TastePart topic, string label)
    {
        if (set.Labels.With(label) is { Count: > 0 } papers)
        {
            _aims.Add(new Aim(topic, null, papers));
        }
    }

    /// <summary>How near each like lies to what the other votes say, on the average.</summary>
    private double Alike(Ridge ridge, float scale, float offset)
    {
        var (sum, all) = (0.0, 0.0);
        for (var i = 0; i < _votes.Count && i < MostLeftOut; i++)
        {
            if (_votes[i].Target > 0)
            {
                sum += _votes[i].Weight * ((scale * ridge.WithoutItself(i)) + offset);
                all += _votes[i].Weight;
            }
        }

        return all > 0 ? sum / all : 0;
    }

    /// <summary>The direction with scores along it brought to mean 0 and deviation 1 in the corpus.</summary>
    private (float[] Direction, float Scale, float Offset) Standardised(float[] along)
    {
        if (!along.AsSpan().ContainsAnyExcept(0f))
        {
            return (along, 1, 0);
        }

        var scale = 1 / set.Model.Spread.DeviationAlong(along);
        var offset = -scale * set.Model.Spread.MeanAlong(along);
        Vectors.Scale(along, scale);
        return (along, scale, offset);
    }
}
