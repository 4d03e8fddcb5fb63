using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>RIS: two-letter tags, a record from TY to ER; Scopus once left TY out.</summary>
public sealed partial class Ris : IDigestFormat
{
    private static readonly TaggedLines Lines = new(TagSyntax.Dashed(2), "TY", "ER");

    public string Name => "ris";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        TextHead.Score(head.Text, Start().IsMatch(head.Text)
            ? 0.97
            : Anywhere().IsMatch(head.Text) ? 0.75 : Untyped().IsMatch(head.Text) && End().IsMatch(head.Text) ? 0.9 : 0);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(Lines.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(TaggedRecord record, PaperDraft draft)
    {
        draft.Title = record.First("TI", "T1", "CT", "BT");
        draft.Abstract = record.First("AB", "N2");
        draft.Venue = record.First("JO", "JF", "T2", "JA", "J2", "BT", "C3", "PB");
        draft.Published = Dates.Parse(record.First("DA")) ?? Dates.Parse(record.First("Y1")) ?? Dates.Parse(record.First("PY"));
        draft.AddAuthors(record.All("AU", "A1").Select(Names.FromInitials));
        draft.AddCategories(record.All("KW").SelectMany(words => words.Split(';')));
        draft.Ids = draft.Ids.With(null, Dois.Parse(record.First("DO")));
        foreach (var field in record.All("UR", "L2", "LK", "M3", "N1", "AN", "ID"))
        {
            AddId(field, draft);
        }

        foreach (var pdf in record.All("L1"))
        {
            draft.AddLink(pdf, LinkKind.Pdf);
        }

        return true;
    }

    private static void AddId(string field, PaperDraft draft)
    {
        foreach (var part in field.Split(';'))
        {
            draft.AddLink(part);
        }

        draft.Ids = draft.Ids.With(ArxivIds.Find(field), field.StartsWith("10.", StringComparison.Ordinal)
            || field.StartsWith("doi", StringComparison.OrdinalIgnoreCase) ? Dois.Parse(field) : null);
    }

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^[^\w\r\n]{0,16}TY {0,3}- ?[A-Z0-9]{2,10}[ \t\r]{0,16}$", RegexOptions.Multiline)]
    private static partial Regex Anywhere();

    /// <summary>The first two lines have tags, and one of them is a title or an author.</summary>
    [GeneratedRegex(@"^\W{0,16}(?:(?:TI|T1|AU|A1) {0,3}- [^\n]*\n[A-Z][A-Z0-9] {0,3}- |[A-Z][A-Z0-9] {0,3}- [^\n]*\n(?:TI|T1|AU|" +
        @"A1) {0,3}- )", RegexOptions.NonBacktracking)]
    private static partial Regex Untyped();

    [GeneratedRegex(@"^ER {0,3}-[ \t\r]*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex End();

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^\W*TY {0,3}- ?[A-Z0-9]{2,10}[ \t]{0,16}(?:[\r\n]{1,4}[ \t]{0,4}){1,4}[A-Z][A-Z0-9] {0,3}-")]
    private static partial Regex Start();
}
