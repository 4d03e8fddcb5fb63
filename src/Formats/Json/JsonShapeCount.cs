using System.Text.Json;
using PaperFunctions.Formats.Shared.Columns;

namespace PaperFunctions.Formats.Json;

/// <summary>Counts, for each depth of a JSON file, the objects that have a title and the texts that are lines about papers.</summary>
/// <remarks>A title within a wrapper such as "paper" belongs to the object around it.</remarks>
internal sealed class JsonShapeCount
{
    private const int Size = JsonShape.MaxDepth + 1;

    private const int LongestName = 60;

    private readonly int[] _titled = new int[Size];
    private readonly int[] _lines = new int[Size];
    private readonly bool[] _isCounted = new bool[Size];
    private readonly bool[] _isWrapper = new bool[Size];
    private readonly bool[] _isEnvelope = new bool[Size];
    private bool _rootIsArray;
    private bool _afterWrapper;
    private bool _afterEnvelope;
    private bool _hasEnvelope;

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
                _lines[depth]++;
                break;
        }

        (_afterWrapper, _afterEnvelope) = (false, false);
    }

    public JsonShape Decide()
    {
        var most = Array.IndexOf(_lines, _lines.Max());
        if (_lines[most] > _titled.Max())
        {
            return new(most, true);
        }

        var first = Array.FindIndex(_titled, count => count > 1) is var several and > 0
            ? several
            : Math.Max(0, Array.FindIndex(_titled, count => count > 0));
        return _rootIsArray ? new(_titled[1] > 0 || first == 0 ? 1 : first) : _hasEnvelope || _titled[0] > 0 ? default : new(first);
    }

    private void Open(int depth, bool isArray)
    {
        _rootIsArray |= depth == 0 && isArray;
        _isCounted[depth] = false;
        _isWrapper[depth] = !isArray && _afterWrapper;
        _isEnvelope[depth] = isArray && _afterEnvelope;
    }

    private void NoteName(ref Utf8JsonReader reader, int depth)
    {
        var name = reader.ValueSpan.Length < LongestName ? JsonNames.Of(ref reader) ?? "" : "";
        (_afterWrapper, _afterEnvelope) = (JsonRow.IsWrapper(name), JsonEnvelope.IsResults(name));
        var owner = depth - 1;
        if (owner >= Size || ColumnNames.Find(name) is not { Column: Column.Title })
        {
            return;
        }

        while (owner > 0 && _isWrapper[owner])
        {
            owner--;
        }

        if (!_isCounted[owner])
        {
            _isCounted[owner] = true;
            _titled[owner]++;
            _hasEnvelope |= owner is > 0 and <= JsonPlaces.MaxEnvelope && _isEnvelope[owner - 1];
        }
    }
}
