using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// A transaction's body: one changeset of HTTP requests in a batch
/// (https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions).
/// </summary>
internal static class ChangesetContent
{
    /// <exception cref="InvalidOperationException">There are no writes.</exception>
    internal static (string ContentType, ReadOnlyMemory<byte> Body) Write(IReadOnlyList<HttpMessage> writes)
    {
        if (writes.Count == 0)
            throw new InvalidOperationException("A transaction needs at least one action.");
        var (batch, changeset) = ($"batch_{Guid.NewGuid()}", $"changeset_{Guid.NewGuid()}");
        var body = new MemoryStream();
        Line(body, $"--{batch}");
        Line(body, $"Content-Type: multipart/mixed; boundary={changeset}");
        Line(body);
        foreach (var write in writes)
        {
            using (write)
            {
                Line(body, $"--{changeset}");
                WritePart(body, write.Request);
            }
        }

        Line(body, $"--{changeset}--");
        Line(body, $"--{batch}--");
        return ($"multipart/mixed; boundary={batch}", body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static void WritePart(Stream body, Request request)
    {
        Line(body, "Content-Type: application/http");
        Line(body, "Content-Transfer-Encoding: binary");
        Line(body);
        Line(body, $"{request.Method} {request.Uri} HTTP/1.1");
        foreach (var header in request.Headers)
            Line(body, $"{header.Name}: {header.Value}");
        Line(body);
        request.Content?.WriteTo(body, default);
        Line(body);
    }

    private static void Line(Stream body, string text = "") => body.Write(Encoding.UTF8.GetBytes(text + "\r\n"));
}
