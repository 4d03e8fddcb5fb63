using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>The index as an OData type, so that OData's own parser reads filters and orders, with its own error texts.</summary>
internal static class ODataModel
{
    /// <exception cref="SearchRequestException">The filter cannot be read.</exception>
    public static FilterClause ParseFilter(IndexDefinition index, string filter) =>
        Parse(index, "$filter", filter, parser => parser.ParseFilter());

    /// <exception cref="SearchRequestException">The order cannot be read.</exception>
    public static OrderByClause ParseOrderBy(IndexDefinition index, string order) =>
        Parse(index, "$orderby", order, parser => parser.ParseOrderBy());

    private static T Parse<T>(IndexDefinition index, string option, string text, Func<ODataQueryOptionParser, T> parse)
    {
        var (model, type) = Build(index);
        try
        {
            return parse(new ODataQueryOptionParser(model, type, null, new Dictionary<string, string> { [option] = text }));
        }
        catch (Exception error) when (error is ODataException or ArgumentException or FormatException or OverflowException)
        {
            throw SearchRequestException.Parameter(
                option, $"Invalid expression: {error.Message}", option == "$filter"
                    ? "InvalidFilterExpression" : "InvalidOrderByExpression");
        }
    }

    private static (EdmModel Model, EdmEntityType Type) Build(IndexDefinition index)
    {
        var model = new EdmModel();
        var type = new EdmEntityType("search", "document");
        foreach (var field in index.Fields)
        {
            var item = EdmCoreModel.Instance.GetPrimitive(Kind(field.ItemType), !field.IsCollection && !field.Key);
            var property = type.AddStructuralProperty(field.Name, field.IsCollection ? EdmCoreModel.GetCollection(item) : item);
            if (field.Key)
            {
                type.AddKeys(property);
            }
        }

        model.AddElement(type);
        return (model, type);
    }

    private static EdmPrimitiveTypeKind Kind(string type) => type switch
    {
        "Edm.String" => EdmPrimitiveTypeKind.String,
        "Edm.Int32" => EdmPrimitiveTypeKind.Int32,
        "Edm.Boolean" => EdmPrimitiveTypeKind.Boolean,
        _ => EdmPrimitiveTypeKind.DateTimeOffset,
    };
}
