using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Tables;

/// <summary>Tab-separated values with a header line.</summary>
public sealed class Tsv : IDigestFormat
{
    public string Name => "tsv";

    public bool HoldsOnlyPapers => false;

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        DelimitedHead.Read(head.Text) is { Delimiter: '\t' } found ? found.Confidence : 0;

    public bool SpeaksOfPapers(DigestHead head) => DelimitedHead.SpeaksOfPapers(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(Delimited.ReadAsync(content, cancellationToken), RowPaper.DescribeRow, cancellationToken);
}
