using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>A way to the search service that can be cut.</summary>
internal sealed class SwitchedTransport(HttpPipelineTransport inner) : HttpPipelineTransport
{
    public bool Cut { get; set; }

    /// <summary>True: requests are taken and never answered.</summary>
    public bool Hangs { get; set; }

    /// <summary>Requests that hung and were given up.</summary>
    public int GivenUp { get; private set; }

    /// <summary>Requests that hang now.</summary>
    public int Hanging { get; private set; }

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        ThrowIfCut();
        inner.Process(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        ThrowIfCut();
        if (Hangs)
        {
            await HangAsync(message.CancellationToken);
        }

        await inner.ProcessAsync(message);
    }

    private async Task HangAsync(CancellationToken cancellationToken)
    {
        Hanging++;
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Hanging--;
            GivenUp++;
        }
    }

    private void ThrowIfCut()
    {
        if (Cut)
        {
            throw new RequestFailedException("Connection refused by the test.");
        }
    }
}
