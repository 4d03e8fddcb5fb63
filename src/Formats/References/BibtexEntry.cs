namespace PaperFunctions.Formats.References;

/// <summary>One BibTeX entry: its fields as TeX, names in lower case, a repeated field's first value.</summary>
internal sealed record BibtexEntry(string Kind, string Key, IReadOnlyDictionary<string, string> Fields)
{
    public string? this[string name] => Fields.GetValueOrDefault(name);

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Fields.GetValueOrDefault(name) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }
}
