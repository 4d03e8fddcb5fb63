using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Signs a request as "Shared Key Lite for the Table service": date and canonicalized resource
/// (https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key).
/// </summary>
internal sealed class SharedKeyPolicy : HttpPipelineSynchronousPolicy
{
    private readonly SharedKey _credential;

    internal SharedKeyPolicy(SharedKey credential)
    {
        _credential = credential;
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var signature = _credential.Sign($"{date}\n{Resource(message.Request.Uri.ToUri())}");
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {_credential.AccountName}:{signature}");
    }

    /// <summary>The account, then the path as encoded on the wire. Of the query only "comp" would count,
    /// and no request here has one.</summary>
    private string Resource(Uri uri) => $"/{_credential.AccountName}{uri.AbsolutePath}";
}
