using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>Knows, token by token, where the objects of a JSON file are records.</summary>
/// <param name="keyedDepth">How deep the records are that are properties of an object; 0 where there are none such.</param>
internal sealed class JsonPlaces(int keyedDepth)
{
    /// <summary>How deep envelopes put their results: "message", "items".</summary>
    private const int MaxEnvelope = 4;

    private const int LongestKey = 200;

    private readonly bool[] holdsRecords = new bool[MaxEnvelope + 1];
    private bool named;

    /// <summary>The name that the record stands under, where records are properties.</summary>
    public string? Key { get; private set; }

    /// <summary>Whether an object that starts at this depth is one.</summary>
    public bool IsRecord(int depth) => depth is > 0 and <= MaxEnvelope && holdsRecords[depth - 1];

    public void Note(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            named = depth <= MaxEnvelope && JsonEnvelope.IsResults(ref reader);
            Key = depth == keyedDepth && !reader.ValueIsEscaped && reader.ValueSpan.Length < LongestKey ? reader.GetString() : null;
            return;
        }

        if (depth <= MaxEnvelope)
        {
            holdsRecords[depth] = reader.TokenType switch
            {
                JsonTokenType.StartArray => depth == 0 || named,
                JsonTokenType.StartObject => depth + 1 == keyedDepth,
                _ => holdsRecords[depth],
            };
        }

        named = false;
    }
}
