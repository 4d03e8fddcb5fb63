using PaperFunctions.Pages.Web;

namespace PaperFunctions.Local.Runtime;

/// <summary>Web applications on 127.0.0.1.</summary>
internal static class LocalWeb
{
    /// <summary>Where a running product tells other commands how to reach it.</summary>
    public const string ProductPath = "/local/product";

    /// <summary>Digests come in through storage; a form or a mail is never larger than this, in bytes.</summary>
    private const long MaxBody = 64L << 20;

    public static int PortOrAny(int port) => port == 0 ? FreePort.Any() : port;

    public static WebApplicationBuilder NewBuilder(Uri address, bool showLog) => NewBuilder([address], showLog);

    public static WebApplicationBuilder NewBuilder(IReadOnlyList<Uri> addresses, bool showLog)
    {
        // The empty builder reads no settings from the environment or the current folder: a local run depends on its arguments alone.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "PaperFunctions.Local" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Limits.MaxRequestBodySize = MaxBody);
        builder.WebHost.UseUrls([.. addresses.Select(a => a.ToString())]);
        builder.Services.AddRouting();
        if (showLog)
        {
            builder.Logging.AddSimpleConsole(c => (c.SingleLine, c.TimestampFormat) = (true, "HH:mm:ss "));
            builder.Logging.AddFilter("", LogLevel.Warning).AddFilter("PaperFunctions", LogLevel.Information);
        }

        return builder;
    }

    /// <summary>Serves the operator's page under <c>/admin</c> too. In Azure the Functions host keeps these addresses for itself.</summary>
    public static void UseOperatorAddress(WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/admin", out var rest))
            {
                context.Request.Path = new PathString(Addresses.OperatorByKey).Add(rest);
            }

            return next(context);
        });
        app.UseRouting();
    }

    /// <summary>Tells other commands of this machine the addresses and keys; a page in a browser cannot read them.</summary>
    public static void MapProduct(WebApplication app, LocalAddresses addresses, LocalSecrets secrets) =>
        app.MapGet(
            ProductPath, (HttpRequest request) => request.Headers.ContainsKey("Origin") || request.Headers.ContainsKey("Sec-Fetch-Site")
            ? Results.NotFound()
            : Results.Json(new { addresses, secrets }));

    private static Task RefuseHost(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }

    /// <summary>Starts an application; a taken port is said in one sentence.</summary>
    /// <param name="portOption">The option that chooses the port.</param>
    public static async Task StartAsync(WebApplication app, string portOption, CancellationToken cancellationToken)
    {
        // A page on the web whose name is made to lead to 127.0.0.1 names itself as the host; it gets nothing.
        app.Use((context, next) => context.Request.Host.Host is "127.0.0.1" or "localhost" ? next(context) : RefuseHost(context));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new LocalStartException(
                $"A port is taken ({e.Message.TrimEnd('.')}): stop what uses it, or choose another with {portOption}.", e);
        }
    }
}
