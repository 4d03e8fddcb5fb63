using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Pages.Text;
using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Text;
using PaperFunctions.Tests.Formats.Hard;
using PaperFunctions.Tests.Structure.Patterns;

namespace PaperFunctions.Tests.Structure;

/// <summary>Hostile titles, abstracts, queries and forms behind the readers of digests: each is dealt
/// with in two seconds, however long.</summary>
public sealed class HostileWordsTests
{
    private const int Length = 100_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, Action<string>> Taken = new()
    {
        ["title"] = text => TitleKey.Of(text),
        ["words"] = text => new TokenList().ReadPhrase(text),
        ["phrase"] = text => PhraseMatcher.Normal(text),
        ["seeds"] = text => TasteSeeds.FromLines(text),
        ["topics"] = text => InterestLines.Read(text, InterestKind.Topic),
        ["muted"] = text => InterestLines.Read(text, InterestKind.Muted),
        ["address"] = text => EmailAddress.Normalise(text),
        ["query"] = text => CleanText.Line(text),
        ["shortened"] = text => CleanText.Shorten(text, 200),
        ["sentences"] = text => Sentences.First(text, 2, 400),
        ["html"] = text => HtmlText.Settle(text),
    };

    public static TheoryData<string> Places => [.. Taken.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void Hostile_text_is_dealt_with_in_time(string place)
    {
        foreach (var piece in HostileText.Pieces)
        {
            var text = "Sponge " + string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + "\u0001";
            var took = Took.By(() => Taken[place](text));
            Assert.True(took < Limit, $"{place} with '{piece}' took {took.TotalSeconds:F1} s.");
        }
    }
}
