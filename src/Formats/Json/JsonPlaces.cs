using System.Text.Json;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Json;

/// <summary>Knows, token by token, where the records of a JSON file are.</summary>
internal sealed class JsonPlaces(JsonShape shape)
{
    /// <summary>How deep envelopes put their results: "message", "items".</summary>
    public const int MaxEnvelope = 4;

    private const int LongestKey = 200;

    private const int LongestGroup = 60;

    private readonly bool[] _holdsRecords = new bool[MaxEnvelope + 1];
    private bool _named;

    /// <summary>The name that the record stands under, where records are properties.</summary>
    public string? Key { get; private set; }

    /// <summary>The name of the group that the record is in, where groups are properties: "Robotics".</summary>
    public string? Group { get; private set; }

    /// <summary>Whether the value that the reader is on is a record.</summary>
    public bool IsRecord(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject when shape.AreLines => false,
        JsonTokenType.StartObject when shape.Depth > 0 => reader.CurrentDepth == shape.Depth,
        JsonTokenType.StartObject => reader.CurrentDepth is > 0 and <= MaxEnvelope && _holdsRecords[reader.CurrentDepth - 1],
        JsonTokenType.String => shape.AreLines && reader.CurrentDepth == shape.Depth && JsonLine.IsOne(ref reader),
        _ => false,
    };

    public void Note(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            NoteName(ref reader, depth);
            return;
        }

        if (shape.Depth == 0 && depth <= MaxEnvelope)
        {
            _holdsRecords[depth] = reader.TokenType == JsonTokenType.StartArray ? depth == 0 || _named
                : reader.TokenType != JsonTokenType.StartObject && _holdsRecords[depth];
        }

        if (reader.TokenType == JsonTokenType.StartArray && depth == shape.Depth - 1)
        {
            Key = null;
        }

        _named = false;
    }

    private void NoteName(ref Utf8JsonReader reader, int depth)
    {
        _named = shape.Depth == 0 && depth <= MaxEnvelope && JsonEnvelope.IsResults(ref reader);
        if (depth == shape.Depth)
        {
            Key = reader.ValueSpan.Length < LongestKey ? JsonNames.Of(ref reader) : null;
        }
        else if (depth < shape.Depth && reader.ValueSpan.Length < LongestGroup)
        {
            Group = JsonEnvelope.IsResults(ref reader) || JsonNames.Of(ref reader) is not { } name || !name.Any(char.IsLetter)
                || Dates.Parse(name) is not null ? null : name;
        }
    }
}
