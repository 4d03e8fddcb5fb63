using Microsoft.OData.UriParser;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Query;

/// <summary>An order as SQL over <c>d</c> (documents) and <c>h</c> (what was found, with its score). Nulls come first, going up.</summary>
internal static class OrderSql
{
    private const int MaxClauses = 32;

    public static string Compile(IndexDefinition index, string? order)
    {
        if (string.IsNullOrWhiteSpace(order))
        {
            return "h.score DESC, h.id";
        }

        var parts = new List<string>();
        for (var clause = ODataModel.ParseOrderBy(index, order); clause is not null; clause = clause.ThenBy)
        {
            parts.Add(Expression(index, clause.Expression) + (clause.Direction == OrderByDirection.Descending ? " DESC" : ""));
        }

        return parts.Count <= MaxClauses
            ? string.Join(", ", parts) + ", h.score DESC, h.id"
            : throw Refused($"At most {MaxClauses} expressions can be sorted by.");
    }

    private static string Expression(IndexDefinition index, SingleValueNode node)
    {
        switch (node)
        {
            case ConvertNode convert:
                return Expression(index, convert.Source);
            case SingleValueFunctionCallNode { Name: ODataModel.SearchScore }:
                return "h.score";
            case SingleValuePropertyAccessNode property when index.Find(property.Property.Name) is { } field:
                return field.Sortable
                    ? $"d.\"{field.Column}\""
                    : throw Refused($"'{field.Name}' is not a sortable field. Only sortable fields can be used in orderby expressions.");
            default:
                throw Refused("Only fields and search.score() can be sorted by.");
        }
    }

    private static SearchRequestException Refused(string why) => SearchRequestException.Parameter("$orderby", $"Invalid expression: {why}", "InvalidOrderByExpression");
}
