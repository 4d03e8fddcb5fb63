using Azure.Core;
using Azure.Core.Pipeline;

namespace PaperFunctions.LocalTests.Web.Parts;

/// <summary>A transport that can be cut, as by an outage.</summary>
internal sealed class SwitchedTransport(HttpPipelineTransport inner) : HttpPipelineTransport
{
    public bool IsCut { get; set; }

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Check();
        inner.Process(message);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Check();
        return inner.ProcessAsync(message);
    }

    private void Check()
    {
        if (IsCut)
        {
            throw new HttpRequestException("The line is cut.");
        }
    }
}
