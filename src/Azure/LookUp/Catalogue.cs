using System.Runtime.CompilerServices;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.LookUp;

/// <summary>A catalogue that is asked request by request, with a pause between two.</summary>
public abstract class Catalogue(CatalogueClient client, TimeProvider clock, TimeSpan pause) : ILookUpService
{
    /// <summary>Answers to ask for of each title: a phrase may stand in longer titles too.</summary>
    protected const int Answers = 5;

    private DateTimeOffset _last = DateTimeOffset.MinValue;

    public abstract string Name { get; }

    public abstract string Title { get; }

    public async IAsyncEnumerable<LookUpAnswer> AskAsync(IReadOnlyList<Paper> papers,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var request in Requests(papers))
        {
            var wait = _last + pause - clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, cancellationToken);
            _last = clock.GetUtcNow();
            yield return new LookUpAnswer(request.Asked, await client.ReadAsync(request, cancellationToken));
        }
    }

    /// <summary>Requests whose answers together hold all of these papers that the catalogue knows.</summary>
    protected abstract IEnumerable<CatalogueRequest> Requests(IReadOnlyList<Paper> papers);

    /// <summary>Papers of which no title is known are not asked for by title.</summary>
    protected static IEnumerable<Paper> Titled(IEnumerable<Paper> papers) => papers.Where(paper => !paper.TitleIsId);

    /// <summary>A title as a search phrase: its longest stretch of plain words. Catalogues take formulas and accents apart in ways of their
    /// own.</summary>
    protected static string Phrase(string title)
    {
        var words = string.Concat(title.Select(c => char.IsLetterOrDigit(c) || c > '\u007f' ? c : ' ')).Split(' ',
            StringSplitOptions.RemoveEmptyEntries);
        var stretches = new List<List<string>> { new() };
        foreach (var word in words)
        {
            if (word.All(char.IsAscii))
            {
                stretches[^1].Add(word);
            }
            else
            {
                stretches.Add([]);
            }
        }

        return string.Join(' ', stretches.MaxBy(stretch => stretch.Count) is { Count: > 0 } plain ? plain : [.. words]);
    }

    protected static string Escape(string text) => Uri.EscapeDataString(text);
}
