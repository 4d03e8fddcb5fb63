using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Opening;

namespace PaperFunctions.Formats.Tables;

/// <summary>Tab-separated values with a header line.</summary>
public sealed class Tsv : IUtf8Format, ISharedShape
{
    public string Name => "tsv";

    public double Recognise(DigestHead head) =>
        DelimitedHead.Read(head.Text) is { Delimiter: '\t' } found ? found.Confidence : 0;

    public bool SpeaksOfPapers(DigestHead head) => DelimitedHead.SpeaksOfPapers(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellation) =>
        Entries.From(Delimited.ReadAsync(content, cancellation), RowPaper.Describe, cancellation);
}
