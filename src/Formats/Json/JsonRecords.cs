using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Json;

/// <summary>One object, or one line of text, of a JSON file; its element is valid until the next one is read.</summary>
/// <param name="Key">The name that the object stands under where records are properties of an object: mostly an id.</param>
/// <param name="Group">The name of the group that it is in, where groups are properties of an object: mostly a subject.</param>
internal sealed record JsonRecord(JsonElement Element, string? Key = null, string? Group = null);

/// <summary>The records of a JSON file one after another: the objects of the outer array, of an array that an envelope calls its
/// results, those in groups by subject or day, the properties of an object of records, or the outer objects themselves.</summary>
internal static class JsonRecords
{
    public static async IAsyncEnumerable<Parsed<JsonRecord>> ReadAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var utf8 = TextInput.AsUtf8(content);
        var head = new byte[1 << 16];
        var read = await utf8.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var splitter = new JsonSplitter(new PrefixedStream(head.AsMemory(0, read), utf8), JsonShape.Of(head.AsSpan(0, read)));
        while (true)
        {
            var (bytes, line, problem) = await NextAsync(splitter, cancellationToken);
            if (problem is not null)
            {
                yield return problem;
            }

            if (bytes is null)
            {
                yield break;
            }

            using var document = Parse(bytes.Value);
            yield return new(document is null ? null : new JsonRecord(document.RootElement, splitter.Key, splitter.Group), line);
        }
    }

    private static async ValueTask<(Memory<byte>? Bytes, int Line, Problem? Problem)> NextAsync(JsonSplitter splitter,
        CancellationToken cancellationToken)
    {
        try
        {
            return await splitter.NextAsync(cancellationToken) is { } record ? (record, splitter.Line, null) : default;
        }
        catch (JsonException e)
        {
            var line = (int)Math.Min((e.LineNumber ?? 0) + 1, int.MaxValue);
            return (null, 0,
                new Problem(line, $"The JSON is broken here, and what follows could not be read: {Reason(e)}",
                    (int)Math.Min((e.BytePositionInLine ?? 0) + 1, int.MaxValue), splitter.Position));
        }
    }

    private static JsonDocument? Parse(Memory<byte> bytes)
    {
        JsonEscapes.Mend(bytes.Span);
        try
        {
            return JsonDocument.Parse(bytes, JsonSplitter.DocumentOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The library's sentence without the place, which is told apart; it may quote half the file.</summary>
    private static string Reason(JsonException e)
    {
        var at = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = at < 0 ? e.Message : e.Message[..at];
        return reason.Length <= 200 ? reason : "this is no JSON value.";
    }
}
