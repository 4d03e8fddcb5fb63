using PaperFunctions.Emulators.Search;
using PaperFunctions.Emulators.SendGrid;

namespace PaperFunctions.Local.Runtime;

/// <summary>The services that the app talks to in Azure, as one local web application on two ports: search, and the mail capture.</summary>
internal static class LocalEmulators
{
    public static async Task<(WebApplication App, MailCapture Mail)> StartAsync(
        LocalOptions options, Uri web, LocalSecrets secrets, CancellationToken cancellationToken)
    {
        var mail = new Uri($"http://127.0.0.1:{LocalWeb.PortOrAny(options.MailPort)}");
        var search = new Uri($"http://127.0.0.1:{FreePort.Any()}");
        var app = LocalWeb.NewBuilder([mail, search], showLog: false).Build();
        var capture = MailCapture.Map(
            app.MapGroup("").RequireHost($"*:{mail.Port}"),
            new MailCaptureOptions
            {
                Folder = Path.Combine(options.DataFolder, "mail"),
                ApiKey = LocalSettings.MailKey,
                Events = new MailEventOptions
                {
                    Target = new Uri(
                    web, "/events/sendgrid"), PrivateKey = secrets.EventPrivateKey, Automatic = options.MailEvents
                },
            });
        SearchEmulator.Map(
            app.MapGroup("").RequireHost($"*:{search.Port}"),
            new SearchEmulatorOptions
            {
                DataFolder = Path.Combine(
                options.DataFolder, "search"), AdminKey = LocalSettings.SearchKey, FailDocument = options.FailDocument
            });
        await LocalWeb.StartAsync(app, "--mail-port", cancellationToken);
        return (app, capture);
    }

    public static LocalAddresses AddressesOf(WebApplication emulators, Uri web, string storage)
    {
        var urls = emulators.Urls.ToList();
        return new LocalAddresses(web.ToString().TrimEnd('/'), urls[0], urls[1], storage);
    }
}
