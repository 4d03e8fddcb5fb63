using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Tables;

/// <summary>Comma-separated values with a header line; semicolons and bars as well.</summary>
public sealed class Csv : IDigestFormat
{
    public string Name => "csv";

    public bool HoldsOnlyPapers => false;

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        DelimitedHead.Read(head.Text) is { Delimiter: not '\t' } found ? found.Confidence : 0;

    public bool SpeaksOfPapers(DigestHead head) => DelimitedHead.SpeaksOfPapers(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(Delimited.ReadAsync(content, cancellationToken), RowPaper.DescribeRow, cancellationToken);
}
