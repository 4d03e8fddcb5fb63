using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Reads the answers of a transaction, one HTTP response in each part, in the order of the actions. Read by lines, because services and
/// emulators differ in the line breaks around boundaries; the parts' bodies are single JSON documents.
/// </summary>
internal static class ChangesetResponse
{
    internal static IReadOnlyList<Response> Read(Response batch)
    {
        var answers = new List<Response>();
        using var lines = new StringReader(batch.Content.ToString());
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/1.", StringComparison.Ordinal))
                answers.Add(ReadOne(line, lines, batch.ClientRequestId));
        }

        return answers;
    }

    private static PartResponse ReadOne(string statusLine, StringReader lines, string clientRequestId)
    {
        var status = statusLine.Split(' ', 3);
        var headers = new List<KeyValuePair<string, string>>();
        while (lines.ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }

        return new PartResponse(int.Parse(status[1], CultureInfo.InvariantCulture), status.ElementAtOrDefault(2)
            ?? "", headers, ReadBody(lines), clientRequestId);
    }

    private static byte[] ReadBody(StringReader lines)
    {
        var body = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
            body.Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(body.ToString().Trim());
    }
}
