using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Lists;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>BibTeX and BibLaTeX reference files.</summary>
public sealed partial class Bibtex : IDigestFormat
{
    public string Name => "bibtex";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head)
    {
        var first = Opening().Match(head.Text);
        var before = first.Success ? Comment().Replace(head.Text[..first.Index], "") : "";
        return !first.Success
            ? 0
            : TextHead.Score(head.Text, before.AsSpan().IsWhiteSpace() ? 0.97 : MarkdownShape.Of(before) >= 0.7 ? 0.6 : 0.8);
    }

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(ParseAsync(content, cancellationToken), BibtexPaper.Describe, cancellationToken);

    private static async IAsyncEnumerable<Parsed<BibtexEntry>> ParseAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = TextInput.Open(content);
        var scanner = new BibtexScanner(reader);
        var macros = new BibtexMacros();
        while (await scanner.NextAsync(cancellationToken) is { } chunk)
        {
            if (chunk.Kind is "comment" or "preamble")
            {
                continue;
            }

            var body = new BibtexBody(chunk, macros);
            if (chunk.Kind == "string")
            {
                body.Define();
                yield return new(null, chunk.Line, body.Problem);
                continue;
            }

            var entry = body.Read();
            yield return new(entry, chunk.Line, body.Problem);
        }
    }

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^[ \t]*%[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^[ \t]*@[ \t]*(?:[a-z]{3,20})[ \t]*[{(]\s{0,40}(?:[^\s,={}""]{0,200}\s{0,20},|[\w-]{1,60}\s{0,20}=)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Opening();
}
