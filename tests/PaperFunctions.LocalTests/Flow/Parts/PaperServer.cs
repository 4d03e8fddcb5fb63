using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Azure.Sources;

namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>A site over https on this machine, and the policy of a client that may ask this one alone.</summary>
internal sealed class PaperServer : NetworkPolicy, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;

    private PaperServer(WebApplication app, X509Certificate2 certificate) => (_app, _certificate) = (app, certificate);

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Who asked so far, oldest first.</summary>
    public List<string> UserAgents { get; } = [];

    public static async Task<PaperServer> StartAsync(Func<HttpContext, Task> answer)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = X509CertificateLoader.LoadPkcs12(
            request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1))
                .Export(X509ContentType.Pfx), null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var server = new PaperServer(builder.Build(), certificate);
        server._app.Run(context =>
        {
            server.UserAgents.Add(context.Request.Headers.UserAgent.ToString());
            return answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public override bool Allows(IPEndPoint to) => to.Port == Address.Port;

    /// <summary>Whether a certificate is this server's own.</summary>
    public bool Showed(X509Certificate? certificate) => certificate?.GetCertHashString() == _certificate.GetCertHashString();

    public override SocketsHttpHandler Handler()
    {
        var handler = base.Handler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => Showed(shown);
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }
}
