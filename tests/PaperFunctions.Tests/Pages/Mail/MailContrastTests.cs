using PaperFunctions.Pages.Mail;

namespace PaperFunctions.Tests.Pages.Mail;

public sealed class MailContrastTests
{
    [Fact]
    public void Every_text_colour_of_mail_reads_on_every_ground_it_stands_on()
    {
        foreach (var palette in new[] { MailStyle.Light, MailStyle.Dark })
        {
            foreach (var ink in new[] { palette.Ink, palette.Soft, palette.Link })
            {
                Assert.All([palette.Page, palette.Card, palette.Tint],
                    ground => Assert.True(Contrast.Ratio(ink, ground) >= Contrast.Text, $"{ink} on {ground}"));
            }

            Assert.True(Contrast.Ratio(palette.OnLink, palette.Link) >= Contrast.Text);
        }
    }
}
