using System.Text.Json;
using PaperFunctions.Formats.Shared.Columns;

namespace PaperFunctions.Formats.Json;

/// <summary>Counts, for each depth of a JSON file, the objects that have a title and the texts that are lines about papers.</summary>
/// <remarks>A title within a wrapper such as "paper" belongs to the object around it.</remarks>
internal sealed class JsonShapeCount
{
    private const int Size = JsonShape.MaxDepth + 1;

    private const int LongestName = 60;

    private readonly int[] titled = new int[Size];
    private readonly int[] lines = new int[Size];
    private readonly bool[] isCounted = new bool[Size];
    private readonly bool[] isWrapper = new bool[Size];
    private readonly bool[] isEnvelope = new bool[Size];
    private bool rootIsArray;
    private bool afterWrapper;
    private bool afterEnvelope;
    private bool hasEnvelope;

    public void Note(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                NoteName(ref reader, depth);
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray when depth < Size:
                Open(depth, reader.TokenType == JsonTokenType.StartArray);
                break;
            case JsonTokenType.String when depth is > 0 and < Size && JsonLine.IsOne(ref reader):
                lines[depth]++;
                break;
        }

        (afterWrapper, afterEnvelope) = (false, false);
    }

    public JsonShape Decide()
    {
        var most = Array.IndexOf(lines, lines.Max());
        if (lines[most] > titled.Max())
        {
            return new(most, true);
        }

        var first = Array.FindIndex(titled, count => count > 1) is var several and > 0 ? several : Math.Max(0, Array.FindIndex(titled, count => count > 0));
        return rootIsArray ? new(titled[1] > 0 || first == 0 ? 1 : first) : hasEnvelope || titled[0] > 0 ? default : new(first);
    }

    private void Open(int depth, bool isArray)
    {
        rootIsArray |= depth == 0 && isArray;
        isCounted[depth] = false;
        isWrapper[depth] = !isArray && afterWrapper;
        isEnvelope[depth] = isArray && afterEnvelope;
    }

    private void NoteName(ref Utf8JsonReader reader, int depth)
    {
        var name = reader.ValueSpan.Length < LongestName ? JsonNames.Of(ref reader) ?? "" : "";
        (afterWrapper, afterEnvelope) = (JsonRow.IsWrapper(name), JsonEnvelope.IsResults(name));
        var owner = depth - 1;
        if (owner >= Size || ColumnNames.Find(name) is not { Column: Column.Title })
        {
            return;
        }

        while (owner > 0 && isWrapper[owner])
        {
            owner--;
        }

        if (!isCounted[owner])
        {
            isCounted[owner] = true;
            titled[owner]++;
            hasEnvelope |= owner is > 0 and <= JsonPlaces.MaxEnvelope && isEnvelope[owner - 1];
        }
    }
}
