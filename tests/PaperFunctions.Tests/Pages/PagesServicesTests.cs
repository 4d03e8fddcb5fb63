using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Pages;
using PaperFunctions.Tests.Pages.Mail;

namespace PaperFunctions.Tests.Pages;

public sealed class PagesServicesTests
{
    [Fact]
    public async Task Mail_and_pages_are_rendered_by_what_is_registered()
    {
        await using var services = new ServiceCollection().AddPages()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        var mail = await services.GetRequiredService<IMailRenderer>().RenderAsync(SampleEdition.Typical, CancellationToken.None);
        Assert.Contains("4 papers for you", mail.Html, StringComparison.Ordinal);
        Assert.NotNull(services.GetRequiredService<INoticeRenderer>());
        Assert.NotNull(services.GetRequiredService<PageRenderer>());
    }

    [Fact]
    public async Task Many_editions_are_rendered_at_once_without_mixing()
    {
        var mails = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() =>
            Rendering.MailAsync(SampleEdition.Typical with { Picks = [SampleEdition.Pick(1, $"Paper number {i}")] }))));
        Assert.All(mails.Index(), m => Assert.Contains($"Paper number {m.Index}</a>", m.Item.Html, StringComparison.Ordinal));
    }
}
