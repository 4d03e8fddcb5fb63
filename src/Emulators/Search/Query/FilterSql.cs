using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using PaperFunctions.Emulators.Search.Definitions;
using PaperFunctions.Emulators.Search.Storage;

using ODataNode = Microsoft.OData.UriParser.QueryNode;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>A filter as SQL on <c>d</c>, the table of documents: comparisons with a literal, <c>any</c>, <c>and</c>, <c>or</c>, <c>not</c>.
/// Null equals only itself and is never greater or less.</summary>
internal sealed class FilterSql
{
    private const string Comparison = "Comparison must be between a field, range variable or function call and a literal value.";

    private readonly IndexDefinition _index;
    private readonly SqlArguments _arguments;

    private FilterSql(IndexDefinition index, SqlArguments arguments) => (_index, _arguments) = (index, arguments);

    /// <exception cref="SearchRequestException">The filter is wrong, or has a part that this emulator does not know.</exception>
    public static string Compile(IndexDefinition index, string? filter, SqlArguments arguments) => string.IsNullOrWhiteSpace(filter)
        ? "1"
        : new FilterSql(index, arguments).Boolean(ODataModel.ParseFilter(index, filter).Expression, item: null);

    /// <param name="item">The SQL of the range variable inside <c>any</c>; null outside.</param>
    private string Boolean(ODataNode node, string? item) => Plain(node) switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => $"({Boolean(and.Left, item)} AND {Boolean(and.Right, item)})",
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => $"({Boolean(or.Left, item)} OR {Boolean(or.Right, item)})",
        BinaryOperatorNode compare => Compare(compare, item),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => $"NOT {Boolean(not.Operand, item)}",
        AnyNode { Source: CollectionPropertyAccessNode source, CurrentRangeVariable: not null } any when item is null =>
            $"EXISTS (SELECT 1 FROM json_each({Column(source.Property.Name)}) x WHERE {Boolean(any.Body, "x.value")})",
        SingleValuePropertyAccessNode flag when flag.TypeReference.IsBoolean() => $"ifnull({Operand(flag, item)}, 0)",
        _ => throw Refused("This emulator filters by comparisons, 'any', 'and', 'or' and 'not'."),
    };

    private string Compare(BinaryOperatorNode node, string? item)
    {
        if (Plain(node.Right) is not ConstantNode constant)
        {
            throw Refused(Comparison);
        }

        var sql = Operand(node.Left, item);
        var value = constant.Value is null ? "NULL" : _arguments.Add(Literal(constant.Value));
        return node.OperatorKind switch
        {
            BinaryOperatorKind.Equal => $"{sql} IS {value}",
            BinaryOperatorKind.NotEqual => $"{sql} IS NOT {value}",
            _ when constant.Value is null => throw Refused("Only the operators 'eq' and 'ne' can compare with null."),
            BinaryOperatorKind.GreaterThan => $"ifnull({sql} > {value}, 0)",
            BinaryOperatorKind.GreaterThanOrEqual => $"ifnull({sql} >= {value}, 0)",
            BinaryOperatorKind.LessThan => $"ifnull({sql} < {value}, 0)",
            BinaryOperatorKind.LessThanOrEqual => $"ifnull({sql} <= {value}, 0)",
            _ => throw Refused($"The operator '{node.OperatorKind}' is not supported."),
        };
    }

    private string Operand(ODataNode node, string? item) => Plain(node) switch
    {
        SingleValuePropertyAccessNode property when item is null => Column(property.Property.Name),
        NonResourceRangeVariableReferenceNode when item is not null => item,
        _ => throw Refused(Comparison),
    };

    private string Column(string name)
    {
        var field = _index.Find(name)!;
        return field.Filterable
            ? $"d.\"{field.Column}\""
            : throw Refused($"'{name}' is not a filterable field. Only filterable fields can be used in filter expressions.");
    }

    /// <summary>A constant as the field's column holds such a value.</summary>
    private static object Literal(object constant) => constant switch
    {
        DateTimeOffset moment => FieldValue.Milliseconds(moment),
        bool flag => flag ? 1L : 0L,
        string text => text,
        int or long or short or byte or sbyte => Convert.ToInt64(constant),
        _ => throw Refused($"The literal '{constant}' is of a type that no field has."),
    };

    /// <summary>The node without the conversions that OData puts between types that fit.</summary>
    private static ODataNode Plain(ODataNode node) => node is ConvertNode convert ? Plain(convert.Source) : node;

    private static SearchRequestException Refused(string why) =>
        SearchRequestException.Parameter("$filter", $"Invalid expression: {why}", "InvalidFilterExpression");
}
