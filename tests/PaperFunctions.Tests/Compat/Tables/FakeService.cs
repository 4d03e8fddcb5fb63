using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat.Tables;

/// <summary>A table of the account "account" whose service is a <see cref="RecordingHandler"/>.</summary>
internal sealed class FakeService
{
    public static readonly byte[] Key = [1, 2, 3, 4];

    public FakeService(params Func<HttpResponseMessage>[] answers)
    {
        Handler = new RecordingHandler(answers.Length == 0 ? [RecordingHandler.Answer(HttpStatusCode.NoContent)] : answers);
        Table = new TableServiceClient(
            $"AccountName=account;AccountKey={Convert.ToBase64String(Key)};EndpointSuffix=core.windows.net",
            Options(Handler)).GetTableClient("Things");
    }

    public RecordingHandler Handler { get; }

    public TableClient Table { get; }

    public static TableClientOptions Options(HttpMessageHandler handler)
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(handler)) };
        (options.Retry.Delay, options.Retry.MaxDelay) = (TimeSpan.Zero, TimeSpan.Zero);
        return options;
    }
}
