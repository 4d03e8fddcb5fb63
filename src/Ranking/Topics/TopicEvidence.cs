using System.Runtime.InteropServices;

namespace PaperFunctions.Ranking.Topics;

/// <summary>What speaks for a paper being about a topic. All from 0 to 1, words weighed by how rare they are.</summary>
/// <param name="Strength">BM25 as a share of the most that the topic's words can reach; a word of the title counts three times.</param>
/// <param name="Coverage">Share of the topic's words that the paper has.</param>
/// <param name="Together">Share that stands close together, where most does.</param>
/// <param name="Similarity">Cosine of the paper's words and the topic's by what they mean, what all
/// papers have in common left out; from -1.</param>
/// <param name="From">Place of the first word of where most stands together; the title before the abstract.</param>
/// <param name="To">Place of the last one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TopicEvidence(float Strength, float Coverage, float Together, float Similarity, ushort From, ushort To)
{
    /// <summary>Log-odds that a reader of the topic says "I asked for this". Fitted by logistic regression on judged topics
    /// (docs/relevance.md). Coverage counts against a paper of the same strength: many words of the topic, none of them often.</summary>
    public float LogOdds => -6.4f + (8.3f * Strength * Strength) - (1.65f * Coverage) + (2.4f * Together) + (4.6f * Similarity);
}
