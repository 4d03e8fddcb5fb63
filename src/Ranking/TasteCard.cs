using PaperFunctions.Papers;

namespace PaperFunctions.Ranking;

/// <summary>A taste for reading and editing: what was learned, and from what.</summary>
/// <param name="Liked">Words that lift a paper, strongest first.</param>
/// <param name="Disliked">Words that lower it, strongest first.</param>
/// <param name="Authors">Authors named or liked, strongest first.</param>
/// <param name="Votes">In the order given; a vote is forgotten by leaving it out of the <see cref="TasteInput"/>.</param>
/// <param name="Interests">What the reader said; a mute with an <see cref="Interest.Until"/> ends after that day.</param>
public sealed record TasteCard(
    IReadOnlyList<TasteTerm> Liked,
    IReadOnlyList<TasteTerm> Disliked,
    IReadOnlyList<TasteTerm> Authors,
    IReadOnlyList<TasteVote> Votes,
    IReadOnlyList<Interest> Interests);

/// <param name="Weight">Comparable within one list of one card.</param>
public sealed record TasteTerm(string Term, double Weight);

/// <param name="Paper">Null for a title without a letter or digit.</param>
/// <param name="Value">+1 or -1.</param>
/// <param name="Weight">What is left of the vote by its age, 0 to 1.</param>
public sealed record TasteVote(string Title, PaperId? Paper, int Value, DateTimeOffset At, double Weight);
