using PaperFunctions.Flow.Mail;
using PaperFunctions.Pages.Text;

namespace PaperFunctions.Pages.Mail;

/// <summary>The plain-text twin of an edition: the same papers, words and links.</summary>
internal static class EditionText
{
    public static string Write(EditionView edition, int left)
    {
        var text = new PlainText();
        text.Paragraph(edition.SiteName).Paragraph(EditionWords.Date(edition.Date)).Blank();
        text.Heading(EditionWords.Title(edition));
        foreach (var pick in edition.Picks)
        {
            text.Blank();
            WritePick(text, pick);
        }

        WriteRest(text, edition, left);
        text.Blank().Rule().Paragraph(EditionWords.Because(edition.SiteName)).Blank();
        foreach (var (label, url) in EditionWords.FootLinks(edition))
        {
            text.Link(label + ":", url);
        }

        if (edition.PostalAddress.Length > 0)
        {
            text.Blank().Paragraph(edition.PostalAddress);
        }

        return text.ToString();
    }

    private static void WritePick(PlainText text, PickView pick)
    {
        var number = $"{pick.Rank}. ";
        var indent = new string(' ', number.Length);
        text.Paragraph(pick.Title, number, indent).Paragraph(pick.Authors, indent, indent);
        if (pick.Summary.Length > 0)
        {
            text.Blank().Paragraph(pick.Summary, indent, indent);
        }

        text.Blank();
        if (EditionWords.Reasons(pick) is { Count: > 0 } reasons)
        {
            text.Paragraph($"{EditionWords.WhyLabel(pick)} {string.Join("; ", reasons)}", indent, indent);
        }

        foreach (var (label, url) in EditionWords.Links(pick))
        {
            text.Link(label + ":", url, indent);
        }
    }

    private static void WriteRest(PlainText text, EditionView edition, int left)
    {
        if (left > 0)
        {
            text.Blank().Paragraph(EditionWords.Left(left) + ":").Link("", edition.DeliveriesUrl);
        }

        if (edition.Others > 0)
        {
            text.Blank().Paragraph(EditionWords.Others(edition.Others) + ":").Link("", edition.OthersUrl);
        }
    }
}
