using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>PubMed's own export, MEDLINE tags of up to four letters (https://www.nlm.nih.gov/bsd/mms/medlineelements.html).</summary>
public sealed partial class Nbib : IDigestFormat
{
    private static readonly TaggedLines Lines = new(TagSyntax.Dashed(4), "PMID", null);

    public string Name => "nbib";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => TextHead.Score(head.Text, Start().IsMatch(head.Text) ? 0.97 : 0);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(Lines.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(TaggedRecord record, PaperDraft draft)
    {
        draft.Title = PubMedXml.Title(record.First("TI", "BTI", "TT"));
        draft.Abstract = record.First("AB", "OAB");
        draft.Venue = record.First("JT", "TA", "BTI");
        draft.Published = Dates.Parse(record.First("DEP")) ?? Dates.Parse(record.First("DP"));
        var full = record.All("FAU").Select(Names.One).ToList();
        draft.AddAuthors(full.Count > 0 ? full : record.All("AU").Select(Names.FromInitials));
        draft.AddAuthors(record.All("CN"));
        draft.AddCategories(record.All("OT").Concat(record.All("MH").Select(term => term.Split('/')[0].TrimStart('*'))));
        foreach (var id in record.All("LID", "AID").Where(id => id.EndsWith("[doi]", StringComparison.OrdinalIgnoreCase)))
        {
            draft.Ids = draft.Ids.With(null, Dois.Parse(id[..^5]));
        }

        if (record.First("PMID") is { Length: <= 9 } number && number.All(char.IsAsciiDigit))
        {
            draft.AddLink($"https://pubmed.ncbi.nlm.nih.gov/{number}/", LinkKind.Page);
        }

        return true;
    }

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^[^\w\r\n]{0,16}PMID\s?- ?\d{1,9}[ \t]{0,16}[\r\n]", RegexOptions.Multiline)]
    private static partial Regex Start();
}
