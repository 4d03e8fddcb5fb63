using System.Text.Json;
using PaperFunctions.Formats.Tables;

namespace PaperFunctions.Formats.Json;

/// <summary>Objects whose properties are the records: <c>{"2401.01234": {"title": ...}, ...}</c>.</summary>
internal static class JsonKeyed
{
    /// <summary>How deep the records of such an object are, as far as the start of a file shows: 1, or 2 below an envelope; 0 where there is none.</summary>
    /// <remarks>Two properties at least that are objects with a title of their own; the object around them has none.</remarks>
    public static int Depth(ReadOnlySpan<byte> head)
    {
        Span<int> titled = stackalloc int[3];
        try
        {
            Count(head, titled);
        }
        catch (JsonException)
        {
            // What came before the broken place still says what the file is.
        }

        return titled[0] > 0 ? 0 : titled[1] > 1 ? 1 : titled[2] > 1 ? 2 : 0;
    }

    /// <summary>For each depth the objects in objects that have a title.</summary>
    private static void Count(ReadOnlySpan<byte> head, Span<int> titled)
    {
        var reader = new Utf8JsonReader(head, false, new JsonReaderState(JsonSplitter.Options));
        Span<bool> keyed = stackalloc bool[titled.Length];
        Span<bool> counted = stackalloc bool[titled.Length];
        var wrapped = false;
        while (reader.Read())
        {
            var depth = reader.CurrentDepth;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray when depth == 0:
                    return;
                case JsonTokenType.StartArray when depth < keyed.Length:
                    keyed[depth] = false;
                    break;
                case JsonTokenType.StartObject when depth < keyed.Length:
                    keyed[depth] = !wrapped && (depth == 0 || keyed[depth - 1]);
                    counted[depth] = false;
                    break;
                case JsonTokenType.PropertyName when depth <= keyed.Length && keyed[depth - 1]:
                    wrapped = JsonRow.IsWrapper(ref reader);
                    if (!counted[depth - 1] && IsTitle(ref reader))
                    {
                        counted[depth - 1] = true;
                        titled[depth - 1]++;
                    }

                    break;
            }
        }
    }

    private static bool IsTitle(ref Utf8JsonReader reader)
    {
        Span<char> name = stackalloc char[40];
        return reader.ValueSpan.Length < name.Length && !reader.ValueIsEscaped
            && ColumnNames.Find(name[..reader.CopyString(name)]) is { Column: Column.Title };
    }
}
