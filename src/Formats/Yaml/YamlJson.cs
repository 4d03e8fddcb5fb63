using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PaperFunctions.Formats.Yaml;

/// <summary>Writes YAML nodes as JSON, so that one reader of records serves both. Each use of an alias
/// is written out, within a bound.</summary>
internal sealed class YamlJson
{
    /// <summary>Nodes that one record may have, those behind aliases counted as often as they are used.</summary>
    private const int MaxNodes = 20_000;

    /// <summary>Nodes that all records of a file may have.</summary>
    private const int MaxAll = 8_000_000;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _all;
    private int _nodes;

    /// <summary>The record; null where its aliases make more of it than any description of a paper has.</summary>
    public JsonDocument? Document(YamlNode node)
    {
        _buffer.ResetWrittenCount();
        _nodes = 0;
        using (var json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true, MaxDepth = 2 * YamlTree.MaxDepth }))
        {
            if (!Write(node, json, 0))
            {
                return null;
            }
        }

        return JsonDocument.Parse(_buffer.WrittenMemory.ToArray());
    }

    private bool Write(YamlNode node, Utf8JsonWriter json, int depth)
    {
        if (++_nodes > MaxNodes || ++_all > MaxAll || depth > YamlTree.MaxDepth)
        {
            return false;
        }

        switch (node)
        {
            case YamlScalar { IsPlain: true, Text: "" or "~" or "null" or "Null" or "NULL" }:
                json.WriteNullValue();
                return true;
            case YamlScalar scalar:
                json.WriteStringValue(Sound(scalar.Text));
                return true;
            case YamlList list:
                json.WriteStartArray();
                var whole = list.Items.TrueForAll(item => Write(item, json, depth + 1));
                json.WriteEndArray();
                return whole;
            case YamlMap map:
                json.WriteStartObject();
                var all = map.Items.TrueForAll(item => WriteProperty(item, json, depth));
                json.WriteEndObject();
                return all;
            default:
                return true;
        }
    }

    private bool WriteProperty((string Key, YamlNode Value) item, Utf8JsonWriter json, int depth)
    {
        json.WritePropertyName(Sound(item.Key));
        return Write(item.Value, json, depth + 1);
    }

    /// <summary>Escapes may stand for half a character, which JSON cannot hold.</summary>
    private static string Sound(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
