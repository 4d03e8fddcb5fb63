namespace PaperFunctions.Formats.References;

/// <summary>One record of a format with a tag on each line: values by tag, in order.</summary>
internal sealed class TaggedRecord
{
    /// <summary>Characters kept of one record; what follows is dropped.</summary>
    private const int MaxSize = 4 << 20;

    private readonly List<(string Tag, string Value)> _values = [];
    private int _size;

    public bool IsEmpty => _values.Count == 0;

    public void Add(string tag, string value)
    {
        _size += value.Length + 50;
        if (_size < MaxSize)
        {
            _values.Add((tag, value));
        }
    }

    /// <summary>Adds a further line to the value before, or as one more value where each line of the tag is one.</summary>
    public void Continue(string text, IReadOnlyList<string> lineByLine)
    {
        if (_values.Count > 0 && lineByLine.Contains(_values[^1].Tag))
        {
            Add(_values[^1].Tag, text);
            return;
        }

        _size += text.Length;
        if (_values.Count > 0 && _size < MaxSize && _values[^1].Value.Length < 200_000)
        {
            _values[^1] = (_values[^1].Tag, _values[^1].Value + " " + text);
        }
    }

    public string? First(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            foreach (var (known, value) in _values)
            {
                if (known == tag && value.Length > 0)
                {
                    return value;
                }
            }
        }

        return null;
    }

    public IEnumerable<string> All(params string[] tags) => _values.Where(v => tags.Contains(v.Tag)).Select(v => v.Value);
}
