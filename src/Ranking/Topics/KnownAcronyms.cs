using PaperFunctions.Ranking.Background;

namespace PaperFunctions.Ranking.Topics;

/// <summary>What acronyms mean to most papers, from the background. Phrases are stems between spaces, acronyms are stems.</summary>
internal sealed class KnownAcronyms
{
    /// <summary>Share of the papers that must agree: "CV" is as often a curriculum as it is vision.</summary>
    private const double Agreement = 0.6;

    private readonly Dictionary<string, string> _meanings = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _shortForms;

    public KnownAcronyms(IEnumerable<(string Short, string Long, int Papers)> pairs)
    {
        foreach (var senses in pairs.Select(p => (Short: Acronyms.KeyOf(p.Short), Long: Acronyms.KeyOf(p.Long), p.Papers))
            .GroupBy(p => p.Short, StringComparer.Ordinal))
        {
            var (most, papers) = senses.GroupBy(s => s.Long, s => s.Papers).Select(g => (g.Key, Papers: g.Sum())).MaxBy(g => g.Papers);
            if (papers >= Agreement * senses.Sum(s => s.Papers) && most.Contains(' ', StringComparison.Ordinal))
            {
                _meanings.Add(senses.Key, most);
            }
        }

        _shortForms = _meanings.ToLookup(m => m.Value, m => m.Key, StringComparer.Ordinal);
    }

    public static KnownAcronyms Shipped { get; } = new(LanguageBackground.Shipped.Acronyms.Pairs);

    /// <summary>What an acronym stands for; null where it is not known or has several meanings.</summary>
    public string? Meaning(string acronym) => _meanings.GetValueOrDefault(acronym);

    /// <summary>The acronyms that mean a phrase and little else.</summary>
    public IEnumerable<string> ShortForms(string phrase) => _shortForms[phrase];
}
