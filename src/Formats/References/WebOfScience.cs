using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Input;

namespace PaperFunctions.Formats.References;

/// <summary>Web of Science's tagged text, <c>savedrecs.txt</c>: a record from PT to ER
/// (https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html).</summary>
public sealed partial class WebOfScience : IDigestFormat
{
    private static readonly TaggedLines Lines = new(TagSyntax.Columns, "PT", "ER") { OfFile = ["FN", "VR", "EF"],
        LineByLine = ["AU", "AF", "BA", "CA"] };

    public string Name => "web-of-science";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => TextHead.Score(head.Text, Start().IsMatch(head.Text) ? 0.97 : 0);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(Lines.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(TaggedRecord record, PaperDraft draft)
    {
        draft.Title = record.First("TI");
        draft.Abstract = record.First("AB");
        draft.Venue = record.First("SO", "SE", "JI");
        draft.Published = Dates.Parse(record.First("EA")) ?? Dates.Parse($"{record.First("PD")} {record.First("PY")}");
        var full = record.All("AF").Select(Names.One).ToList();
        draft.AddAuthors(full.Count > 0 ? full : record.All("AU", "BA").Select(Names.One));
        draft.AddAuthors(record.All("CA"));
        draft.AddCategories(record.All("DE", "ID").SelectMany(words => words.Split(';')));
        draft.AddCategories((record.First("WC", "SC") ?? "").Split(';'));
        draft.Ids = draft.Ids.With(null, Dois.Parse(record.First("DI"))).With(ArxivIds.Find(record.First("AR")), null);
        if (record.First("PM") is { Length: <= 9 } number && number.All(char.IsAsciiDigit))
        {
            draft.AddLink($"https://pubmed.ncbi.nlm.nih.gov/{number}/");
        }

        return true;
    }

    /// <summary>The head of the file, or a first record that has lost it.</summary>
    [GeneratedRegex(@"^\W{0,16}(?:FN [^\n]*\r?\nVR 1\.\d|PT [A-Z]\r?\n(?:AU|AF|BA|TI|GP|BE|CA) )", RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
