namespace PaperFunctions.Local.Search.Indexes;

/// <summary>What the service refuses to change in an index that exists: documents would have to be indexed again.</summary>
internal static class IndexUpdate
{
    public static void Check(IndexDefinition old, IndexDefinition changed)
    {
        var gone = old.Fields.Where(field => changed.Find(field.Name) is null).Select(field => $"'{field.Name}'").ToList();
        if (gone.Count > 0)
        {
            throw new SearchRequestException(400, "OperationNotAllowed", $"Existing field(s) {string.Join(", ", gone)} cannot be deleted.", "CannotDeleteExistingField");
        }

        foreach (var field in old.Fields)
        {
            var now = changed.Find(field.Name)!;
            if (now with { Retrievable = field.Retrievable, SearchAnalyzer = field.SearchAnalyzer } != field)
            {
                throw new SearchRequestException(400, "OperationNotAllowed", $"Existing field '{field.Name}' cannot be changed.", "CannotChangeExistingField");
            }
        }

        var source = changed.Suggester?.SourceFields.Except(old.Suggester?.SourceFields ?? []).Where(name => old.Find(name) is not null).ToList() ?? [];
        if (source.Count > 0)
        {
            throw new SearchRequestException(
                400,
                "OperationNotAllowed",
                $"Fields that were already present in index '{old.Name}' ({string.Join(", ", source)}) cannot be referenced by a new suggester. Only new fields added in the same index update operation are allowed.",
                "CannotAddExistingFieldToSuggester");
        }
    }
}
