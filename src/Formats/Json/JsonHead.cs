using System.Text.Json;

namespace PaperFunctions.Formats.Json;

/// <summary>What the start of a JSON file shows: its outer values and the property names in it.</summary>
/// <param name="Names">Names at any depth, as far as they are in the start of the file.</param>
/// <param name="Roots">Outer values that start there.</param>
/// <param name="IsObject">Whether the first of them is an object.</param>
internal sealed record JsonHead(IReadOnlySet<string> Names, int Roots, bool IsObject)
{
    private const int MaxNames = 500;

    /// <summary>Reads as far as the JSON is sound; null if it does not start like a list of objects or an object.</summary>
    public static JsonHead? Read(DigestHead head)
    {
        var start = head.Text.AsSpan().TrimStart("\uFEFF \t\r\n");
        return start.IsEmpty || start[0] is not ('{' or '[') ? null : Scan(head.Bytes.Span, start[0] == '{');
    }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!Names.Contains(name))
            {
                return false;
            }
        }

        return true;
    }

    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonHead? Scan(ReadOnlySpan<byte> bytes, bool isObject)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var roots = 0;
        var reader = new Utf8JsonReader(bytes, false, new JsonReaderState(new JsonReaderOptions
        {
            AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true,
        }));
        try
        {
            while (reader.Read())
            {
                roots += reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0;
                if (reader.TokenType == JsonTokenType.PropertyName && names.Count < MaxNames && reader.ValueSpan.Length < 60)
                {
                    names.Add(System.Text.Encoding.UTF8.GetString(reader.ValueSpan));
                }
            }
        }
        catch (JsonException)
        {
            // What came before the broken place still says what the file is.
        }

        return names.Count == 0 ? null : new(names, roots, isObject);
    }
}
