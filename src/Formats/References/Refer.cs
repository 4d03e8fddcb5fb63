using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>refer, and EndNote's .enw files: tags of a percent sign and one character, a record from %0 on.</summary>
public sealed partial class Refer : IDigestFormat
{
    private static readonly TaggedLines Lines = new(TagSyntax.Percent, "%0", null);

    public string Name => "refer";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => TextHead.Score(head.Text, Start().IsMatch(head.Text) ? 0.97 : 0);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(Lines.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(TaggedRecord record, PaperDraft draft)
    {
        draft.Title = record.First("%T", "%Q");
        draft.Abstract = record.First("%X");
        draft.Venue = record.First("%J", "%B", "%S");
        draft.Published = Dates.Parse(record.First("%8")) ?? Dates.Parse(record.First("%7"))
            ?? Dates.Parse($"{record.First("%8")} {record.First("%D")}") ?? Dates.Parse(record.First("%D"));
        draft.AddAuthors(record.All("%A").SelectMany(names => names.Split(';')).Select(Names.One));
        draft.AddCategories(record.All("%K").SelectMany(words => words.Split(';', ',')));
        draft.Ids = draft.Ids.With(null, Dois.Parse(record.First("%R")));
        foreach (var field in record.All("%U", "%M", "%Z", "%1", "%2", "%3"))
        {
            draft.AddLink(field);
            draft.Ids = draft.Ids.With(ArxivIds.Find(field), null);
        }

        foreach (var pdf in record.All("%>"))
        {
            draft.AddLink(pdf, LinkKind.Pdf);
        }

        return true;
    }

    [GeneratedRegex(@"^\W{0,16}(?:%0 [A-Z][^\n]*\r?\n\s{0,9}%|%[A-Z@0-9] [^\n]*\r?\n\s{0,9}%[A-Z@0-9] )", RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
