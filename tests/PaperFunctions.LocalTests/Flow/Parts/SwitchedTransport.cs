using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>A way to the search service that can be cut.</summary>
internal sealed class SwitchedTransport(HttpPipelineTransport inner) : HttpPipelineTransport
{
    public bool Cut { get; set; }

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        ThrowIfCut();
        inner.Process(message);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        ThrowIfCut();
        return inner.ProcessAsync(message);
    }

    private void ThrowIfCut()
    {
        if (Cut)
        {
            throw new RequestFailedException("Connection refused by the test.");
        }
    }
}
