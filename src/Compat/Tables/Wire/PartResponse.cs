using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>One action's response, as it stood in the transaction's.</summary>
internal sealed class PartResponse(int status, string reason, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body,
    string clientRequestId) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override bool IsError => status >= 400;

    public override Stream? ContentStream { get; set; } = new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);

    public override string ClientRequestId { get; set; } = clientRequestId;

    protected override bool ContainsHeader(string name) => Values(name).Any();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        (value = Values(name).FirstOrDefault()) is not null;

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) =>
        (values = Values(name)).Any();

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    public override void Dispose() => ContentStream?.Dispose();

    private IEnumerable<string> Values(string name) =>
        headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);
}
