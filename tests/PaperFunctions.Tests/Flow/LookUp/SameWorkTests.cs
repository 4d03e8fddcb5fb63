using PaperFunctions.Flow.LookUp;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.LookUp;

public sealed class SameWorkTests
{
    private const string Title = "Tidal Glass Sponge Reefs Remember Their Currents";

    private const string Abstract =
        "We lower calibrated instruments towards living reefs and record salinity, turbidity and temperature across eleven seasons. "
        + "Statistical regression connects skeletal growth with measured velocity, and explains yearly variation better than sunlight, "
        + "nutrients or depth. "
        + "Recordings, instruments and processing scripts are released together with photographs.";

    private const string OtherAbstract =
        "Timetables of regional railways repeat themselves. Compressing periodic departures with grammars shrinks published files "
        + "tenfold, and passengers "
        + "download updates during short stops. Experiments cover seventeen operators, several countries and twenty thousand stations, "
        + "including night services, "
        + "replacement buses, holiday exceptions and engineering works announced late.";

    private static readonly Paper Asked = new() { Title = Title, Abstract = Abstract };

    private static readonly Paper Answer = new() { Title = Title, Abstract = Abstract, ArxivId = "2401.00017",
        Authors = ["Ada Reef", "Bo Kelp"], Published = new DateOnly(2024, 1, 3) };

    [Fact]
    public void One_title_one_abstract_one_paper() => Assert.Same(Answer, Of(Asked, [Answer]));

    [Fact]
    public void A_long_title_alone_says_which_paper_it_is() =>
        Assert.Same(Answer, Of(new Paper { Title = Title.ToUpperInvariant() }, [Answer]));

    [Fact]
    public void Another_version_of_the_abstract_is_no_contradiction() =>
        Assert.NotNull(Of(Asked, [Answer with { Abstract = Abstract[60..] + " Additional experiments follow in this version." }]));

    [Fact]
    public void Other_titles_are_other_papers()
    {
        string[] near = [$"{Title}: A Survey", $"Towards {Title}", Title.Replace("Glass ", "", StringComparison.Ordinal),
            Title.Replace("Sponge", "Coral", StringComparison.Ordinal)];
        Assert.All(near, title => Assert.Null(Of(Asked, [Answer with { Title = title }])));
    }

    [Fact]
    public void What_contradicts_is_left()
    {
        Assert.Null(Of(Asked, [Answer with { Abstract = OtherAbstract }]));
        Assert.Null(Of(Asked with { Authors = ["Cy Quay"] }, [Answer]));
        Assert.Null(Of(Asked with { Published = new DateOnly(2019, 5, 1) }, [Answer]));
        Assert.NotNull(Of(Asked with { Authors = ["B. Kelp"], Published = new DateOnly(2025, 5, 1) }, [Answer]));
    }

    [Fact]
    public void A_short_title_needs_another_sign()
    {
        var asked = new Paper { Title = "Kelp Forests" };
        var answer = Answer with { Title = "Kelp forests" };
        Assert.Null(Of(asked, [answer]));
        Assert.NotNull(Of(asked with { Authors = ["Ada Reef"] }, [answer]));
        Assert.NotNull(Of(asked with { Abstract = Abstract }, [answer]));
    }

    [Fact]
    public void Two_works_that_fit_are_none()
    {
        Assert.Null(Of(Asked, [Answer, Answer with { ArxivId = "2401.00018" }]));
        Assert.NotNull(Of(Asked, [Answer, Answer]));
    }

    [Fact]
    public void Who_asks_by_id_gets_that_id_alone()
    {
        var asked = new Paper { Title = "arXiv:2401.00017", TitleIsId = true, ArxivId = "2401.00017" };
        Assert.Same(Answer, Of(asked, [Answer with { ArxivId = "2401.00018" }, Answer]));
        Assert.Null(Of(asked, [Answer with { ArxivId = null, Doi = "10.1234/5678" }]));
    }

    [Fact]
    public void An_answer_without_an_id_brings_nothing() => Assert.Null(Of(Asked, [Answer with { ArxivId = null }]));

    [Fact]
    public void Why_nothing_is_taken_is_said()
    {
        Assert.Equal(LookUpOutcome.Found,
            SameWork.Of(Asked, [Answer, Answer with { Abstract = OtherAbstract, ArxivId = "2401.00018" }]).Outcome);
        Assert.Equal(LookUpOutcome.Ambiguous, SameWork.Of(Asked, [Answer, Answer with { ArxivId = "2401.00018" }]).Outcome);
        Assert.Equal(LookUpOutcome.Doubtful, SameWork.Of(Asked, [Answer with { Abstract = OtherAbstract }]).Outcome);
        Assert.Equal(LookUpOutcome.Doubtful,
            SameWork.Of(new Paper { Title = "Kelp Forests" }, [Answer with { Title = "Kelp forests" }]).Outcome);
        Assert.Equal(LookUpOutcome.NotFound, SameWork.Of(Asked, [Answer with { Title = $"{Title}: A Survey" }]).Outcome);
    }

    private static Paper? Of(Paper asked, IEnumerable<Paper> answers) => SameWork.Of(asked, answers).Paper;
}
