using Microsoft.OData.UriParser;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>An order as SQL over <c>d</c> (documents) and <c>h</c> (hits with their scores). Nulls come first, going up.</summary>
internal static class OrderSql
{
    public static string Compile(IndexDefinition index, string? order)
    {
        var parts = new List<string>();
        var clause = string.IsNullOrWhiteSpace(order) ? null : ODataModel.ParseOrderBy(index, order);
        for (; clause is not null; clause = clause.ThenBy)
        {
            parts.Add(Column(index, clause.Expression) + (clause.Direction == OrderByDirection.Descending ? " DESC" : ""));
        }

        return string.Join(", ", [.. parts, "h.score DESC", "h.id"]);
    }

    private static string Column(IndexDefinition index, SingleValueNode node) => node switch
    {
        ConvertNode convert => Column(index, convert.Source),
        SingleValuePropertyAccessNode property when index.Find(property.Property.Name) is { } field => field.Sortable
            ? $"d.\"{field.Column}\""
            : throw Refused($"'{field.Name}' is not a sortable field. Only sortable fields can be used in orderby expressions."),
        _ => throw Refused("This emulator sorts by fields only."),
    };

    private static SearchRequestException Refused(string why) =>
        SearchRequestException.Parameter("$orderby", $"Invalid expression: {why}", "InvalidOrderByExpression");
}
