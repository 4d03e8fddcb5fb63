using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Formats.Shared.Links;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>The daily listing that arXiv mails in plain text (https://info.arxiv.org/help/subscribe.html).</summary>
public sealed partial class ArxivListing : IDigestFormat
{
    public string Name => "arxiv-listing";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => Block().IsMatch(head.Text) ? TextHead.Score(head.Text, 0.98) : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(ListingParser.ReadAsync(content, cancellationToken), Describe, cancellationToken);

    private static bool Describe(ListingBlock block, PaperDraft draft)
    {
        draft.Title = block["Title"];
        draft.Abstract = block.Abstract.ToString();
        draft.Venue = block["Journal-ref"];
        draft.Published = block.IsReplacement ? null : Dates.Parse(block["Date"]);
        draft.AddAuthors(Names.Many(block["Authors"] ?? block["Author"]));
        draft.AddCategories((block["Categories"] ?? block["Subj-class"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        draft.Ids = draft.Ids.With(ArxivIds.Parse(block.Id), Dois.Parse(block["DOI"]));
        draft.AddLink(block["Link"]);
        foreach (var link in LinkFinder.Find(block["Comments"] ?? ""))
        {
            draft.AddLink(link);
        }

        return true;
    }

    /// <summary>The start of an entry, also quoted, indented or with blank lines between; the first one may lack its bar.</summary>
    [GeneratedRegex(@"^[> \t|]{0,40}\\\\[ \t]{0,80}\r?\n(?:[> \t|]{0,40}\r?\n)?[> \t|]{0,40}(?:arXiv:|" +
        @"Paper(?:\s{0,9}\(\*cross-listing\*\))?:\s?)\S|" +
        @"^[> \t|]{0,40}arXiv:[^\r\n]{5,60}\r?\n(?:[> \t|]{0,40}\r?\n)?[> \t|]{0,40}(?:Date: |replaced with revised version )",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Block();
}
