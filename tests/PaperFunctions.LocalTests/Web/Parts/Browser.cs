using Microsoft.Playwright;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.LocalTests.Web.Parts;

/// <summary>A headless Chromium, the machine's own, driven by Playwright; started once for all classes that browse.</summary>
internal static class Browser
{
    // What the browser would fetch by itself is of no use here.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>A page of its own, with nothing kept from others. A request to another host than the
    /// site's fails the test that makes it.</summary>
    /// <param name="site">Address of the site.</param>
    /// <param name="script">False: as for readers whose browser runs none.</param>
    public static async Task<IPage> OpenAsync(string site, int width = 1280, bool dark = false, bool script = true)
    {
        var context = await (await Started.Value).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site,
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        await context.RouteAsync(address => !address.StartsWith(site + "/", StringComparison.Ordinal), route =>
            throw new InvalidOperationException($"The page asked for {route.Request.Url}."));
        return await context.NewPageAsync();
    }

    private static async Task<IBrowser> StartAsync()
    {
        var program = MachineTool.Chromium.Require();
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Headless = true,
            Args = Arguments });
    }
}
