using FsCheck;
using FsCheck.Fluent;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Papers;

public class PaperUnionTests
{
    private static readonly Gen<Paper> Papers =
        from title in Gen.Elements("A", "a", "AB", "Ab")
        from originalTitle in Gen.Elements(null, "$A$", "\\textbf{A}")
        from text in Gen.Elements("", "x", "X", "xy")
        from originalText in Gen.Elements(null, "$x$", "$xy$")
        from authors in Gen.Elements<string[]>([], ["M. Oduya"], ["Mira Oduya"], ["T. Falk", "M. Oduya"])
        from arxiv in Gen.Elements(null, "2401.00001", "2401.00002")
        from upvotes in Gen.Elements<int?>(null, 3, 5)
        from day in Gen.Elements<int?>(null, 3, 5)
        from venue in Gen.Elements(null, "V", "Venue")
        from links in Gen.SubListOf(new[] { "https://a.example", "https://b.example" })
        select new Paper
        {
            Title = title,
            OriginalTitle = originalTitle,
            Abstract = text,
            OriginalAbstract = originalText,
            Authors = authors,
            ArxivId = arxiv,
            Upvotes = upvotes,
            Published = day is { } d ? new DateOnly(2026, 3, d) : null,
            Venue = venue,
            Links = [.. links.Select(l => new PaperLink(LinkKind.Page, l))],
            Categories = [.. links.Select(l => l[8..9])],
        };

    [Fact]
    public void A_union_does_not_depend_on_the_order() =>
        Prop.ForAll(Papers.Two().ToArbitrary(), p => Same(PaperUnion.Of(p.Item1, p.Item2), PaperUnion.Of(p.Item2, p.Item1)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_union_does_not_depend_on_the_grouping() =>
        Prop.ForAll(Papers.Three().ToArbitrary(), p => Same(
            PaperUnion.Of(PaperUnion.Of(p.Item1, p.Item2), p.Item3), PaperUnion.Of(p.Item1, PaperUnion.Of(p.Item2, p.Item3))))
                .QuickCheckThrowOnFailure();

    [Fact]
    public void A_union_with_what_is_known_already_changes_nothing() =>
        Prop.ForAll(Papers.Two().ToArbitrary(), p =>
        {
            var known = PaperUnion.Of(p.Item1, p.Item2);
            return Same(known, PaperUnion.Of(known, p.Item1));
        }).QuickCheckThrowOnFailure();

    private static bool Same(Paper a, Paper b) =>
        PaperFunctions.Flow.Ingest.Store.PaperText.Of(a) == PaperFunctions.Flow.Ingest.Store.PaperText.Of(b);
}
