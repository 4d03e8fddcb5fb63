using System.Net;

namespace PaperFunctions.Tests.Compat;

/// <summary>Stands in for the network: keeps each request as it would have gone out and answers from a
/// list, the last answer again and again.</summary>
internal sealed class RecordingHandler(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public List<Recorded> Requests { get; } = [];

    public Recorded Last => Requests[^1];

    public static Func<HttpResponseMessage> Answer(HttpStatusCode status, string body = "", string contentType = "application/json",
        params (string Name, string Value)[] headers) => () =>
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body) };
        answer.Content.Headers.Remove("Content-Type");
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
            answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new Recorded(request.Method.Method, request.RequestUri!, headers, body));
        return answers[Math.Min(Requests.Count, answers.Length) - 1]();
    }
}

internal sealed record Recorded(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Path and query, unescaped for reading.</summary>
    public string Target => Uri.UnescapeDataString(Uri.PathAndQuery);
}
