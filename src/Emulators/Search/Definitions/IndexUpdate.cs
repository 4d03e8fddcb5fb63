namespace PaperFunctions.Emulators.Search.Definitions;

/// <summary>What the service refuses to change in an index that exists, because documents would have to be indexed again.</summary>
internal static class IndexUpdate
{
    public static void Check(IndexDefinition old, IndexDefinition changed)
    {
        var gone = old.Fields.Where(field => changed.Find(field.Name) is null).Select(field => $"'{field.Name}'").ToList();
        if (gone.Count > 0)
        {
            throw Refused($"Existing field(s) {string.Join(", ", gone)} cannot be deleted.", "CannotDeleteExistingField");
        }

        if (old.Fields.FirstOrDefault(field => changed.Find(field.Name) != field) is { } other)
        {
            throw Refused($"Existing field '{other.Name}' cannot be changed.", "CannotChangeExistingField");
        }

        var added = changed.Suggester?.SourceFields.Except(old.Suggester?.SourceFields ?? [])
            .Where(name => old.Find(name) is not null).ToList() ?? [];
        if (added.Count > 0)
        {
            throw Refused(
                $"Fields that were already present in index '{old.Name}' ({string.Join(", ", added)}) cannot be referenced by a new "
                + "suggester. Only new fields added in the same index update operation are allowed.",
                "CannotAddExistingFieldToSuggester");
        }
    }

    private static SearchRequestException Refused(string message, string detail) => new(400, "OperationNotAllowed", message, detail);
}
