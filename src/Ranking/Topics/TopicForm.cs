namespace PaperFunctions.Ranking.Topics;

/// <summary>One way in which papers write one or more words of a topic: a word, its kin, an acronym, a long form.</summary>
/// <param name="First">The first of the topic's words that it stands for.</param>
/// <param name="Words">How many it stands for.</param>
/// <param name="Strength">How surely it means the same, above 0 to 1.</param>
/// <param name="Papers">The candidates that have it, in their order.</param>
/// <param name="Places">Where, for all papers one after the other; null for the places of the index.</param>
internal sealed record TopicForm(int First, int Words, float Strength, Posting[] Papers, ushort[]? Places);
