using PaperFunctions.Pages.Text;

namespace PaperFunctions.Pages.Mail;

/// <summary>The plain-text twin of a notice.</summary>
internal static class NoticeText
{
    public static string Write(Notice notice)
    {
        var text = new PlainText();
        text.Paragraph(notice.Sender.SiteName).Blank().Heading(notice.Title).Blank().Paragraph(notice.Paragraphs[0]);
        foreach (var paragraph in notice.Paragraphs.Skip(1))
        {
            text.Blank().Paragraph(paragraph);
        }

        if (notice.Button is { } button)
        {
            text.Blank().Paragraph(button.Text + ":").Link("", button.Url);
        }

        text.Blank().Rule();
        foreach (var link in notice.Links)
        {
            text.Link(link.Text + ":", link.Url);
        }

        if (notice.Links.Count > 0)
        {
            text.Blank();
        }

        return text.Paragraph(notice.Sender.PostalAddress).ToString();
    }
}
