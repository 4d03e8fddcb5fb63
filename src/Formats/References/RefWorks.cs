using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Input;

namespace PaperFunctions.Formats.References;

/// <summary>RefWorks' tagged text, which CNKI and library catalogues export as well: a record starts with RT.</summary>
public sealed partial class RefWorks : IDigestFormat
{
    private static readonly TaggedLines Lines = new(TagSyntax.Columns, "RT", null);

    public string Name => "refworks";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => TextHead.Score(head.Text, Start().IsMatch(head.Text) ? 0.97 : 0);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(Lines.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(TaggedRecord record, PaperDraft draft)
    {
        draft.Title = record.First("T1", "TI");
        draft.Abstract = record.First("AB");
        draft.Venue = record.First("JF", "JO", "T2", "PB");
        draft.Published = Dates.Parse(record.First("FD")) ?? Dates.Parse($"{record.First("FD")} {record.First("YR")}");
        draft.AddAuthors(record.All("A1").SelectMany(names => names.Split(';')).Select(Names.One));
        draft.AddCategories(record.All("K1").SelectMany(words => words.Split(';')));
        draft.Ids = draft.Ids.With(null, Dois.Parse(record.First("DO")));
        foreach (var address in record.All("UL", "LK"))
        {
            draft.AddLink(address);
        }

        return true;
    }

    [GeneratedRegex(@"^\W{0,16}RT [A-Z][A-Za-z, /()]{2,60}\r?\n(?:[A-Z][A-Z0-9] |\r?\n)", RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
