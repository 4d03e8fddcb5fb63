using System.Text.Json;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using PaperFunctions.Local.Search.Indexes;

using QueryNodeOData = Microsoft.OData.UriParser.QueryNode;

namespace PaperFunctions.Local.Search.Query;

/// <summary>A filter as SQL on <c>d</c>, the table of documents. Null is equal to itself only and never greater or less.</summary>
internal sealed class FilterSql
{
    private readonly IndexDefinition _index;
    private readonly SqlArguments _arguments;
    private int _lambdas;

    private FilterSql(IndexDefinition index, SqlArguments arguments)
    {
        _index = index;
        _arguments = arguments;
    }

    /// <exception cref="SearchRequestException">The filter is wrong, or says what the service can't filter by.</exception>
    public static string Compile(IndexDefinition index, string? filter, SqlArguments arguments) =>
        string.IsNullOrWhiteSpace(filter) ? "1" : new FilterSql(index, arguments).Boolean(ODataModel.ParseFilter(index, filter).Expression, null);

    private string Boolean(QueryNodeOData node, Lambda? scope) => Plain(node) switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => $"({Boolean(and.Left, scope)} AND {Boolean(and.Right, scope)})",
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => $"({Boolean(or.Left, scope)} OR {Boolean(or.Right, scope)})",
        BinaryOperatorNode compare => Compare(compare, scope),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => $"NOT {Boolean(not.Operand, scope)}",
        ConstantNode { Value: bool flag } => flag ? "1" : "0",
        SingleValueFunctionCallNode { Name: ODataModel.SearchIn } call => In(call, scope),
        AnyNode any => Any(any, scope),
        AllNode all => All(all, scope),
        SingleValueNode { TypeReference: { } type } value when type.IsBoolean() => $"ifnull({Operand(value, scope).Sql}, 0)",
        _ => throw Refused("The expression is not one that can filter documents."),
    };

    private string Compare(BinaryOperatorNode node, Lambda? scope)
    {
        var (left, right, kind) = (Plain(node.Left), Plain(node.Right), node.OperatorKind);
        if (left is ConstantNode && right is not ConstantNode)
        {
            (left, right, kind) = (right, left, FilterLiteral.Mirrored(kind));
        }

        if (right is not ConstantNode constant)
        {
            throw Refused("Comparison must be between a field, range variable or function call and a literal value.");
        }

        var (sql, type) = Operand(left, scope);
        if (constant.Value is null)
        {
            return kind switch
            {
                BinaryOperatorKind.Equal => $"{sql} IS NULL",
                BinaryOperatorKind.NotEqual => $"{sql} IS NOT NULL",
                _ => throw Refused("Only the operators 'eq' and 'ne' can compare with null."),
            };
        }

        var value = _arguments.Add(FilterLiteral.ToSql(constant.Value, type));
        return kind switch
        {
            BinaryOperatorKind.Equal => $"{sql} IS {value}",
            BinaryOperatorKind.NotEqual => $"{sql} IS NOT {value}",
            BinaryOperatorKind.GreaterThan => $"ifnull({sql} > {value}, 0)",
            BinaryOperatorKind.GreaterThanOrEqual => $"ifnull({sql} >= {value}, 0)",
            BinaryOperatorKind.LessThan => $"ifnull({sql} < {value}, 0)",
            BinaryOperatorKind.LessThanOrEqual => $"ifnull({sql} <= {value}, 0)",
            _ => throw Refused($"The operator '{kind}' is not supported."),
        };
    }

    private string In(SingleValueFunctionCallNode call, Lambda? scope)
    {
        var parameters = call.Parameters.Select(Plain).ToList();
        if (parameters.Skip(1).Any(parameter => parameter is not ConstantNode { Value: string }))
        {
            throw Refused("The second and third parameters of 'search.in' must be string literals.");
        }

        var separators = parameters.Count > 2 ? (string)((ConstantNode)parameters[2]).Value : " ,";
        var values = ((string)((ConstantNode)parameters[1]).Value).Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return $"ifnull({Operand(parameters[0], scope).Sql} IN (SELECT value FROM json_each({_arguments.Add(JsonSerializer.Serialize(values))})), 0)";
    }

    private string Any(AnyNode any, Lambda? scope)
    {
        var (field, column) = Collection(any.Source);
        if (any.CurrentRangeVariable is null || Plain(any.Body) is ConstantNode { Value: true })
        {
            return $"json_array_length({column}) > 0";
        }

        var (lambda, table) = Enter(field, scope);
        return $"EXISTS (SELECT 1 FROM json_each({column}) {table} WHERE {Boolean(any.Body, lambda)})";
    }

    private string All(AllNode all, Lambda? scope)
    {
        var (field, column) = Collection(all.Source);
        var (lambda, table) = Enter(field, scope);
        return $"NOT EXISTS (SELECT 1 FROM json_each({column}) {table} WHERE NOT {Boolean(all.Body, lambda)})";
    }

    private (Lambda Lambda, string Table) Enter(FieldDefinition field, Lambda? scope)
    {
        if (scope is not null)
        {
            throw Refused("A lambda expression inside another one is only possible in complex collections.");
        }

        var table = $"x{_lambdas++}";
        return (new Lambda(field, table + ".value"), table);
    }

    private (FieldDefinition Field, string Column) Collection(CollectionNode node)
    {
        var name = (node as CollectionPropertyAccessNode)?.Property.Name ?? throw Refused("'any' and 'all' need a collection field.");
        var field = Filterable(name);
        return (field, $"d.\"{field.Column}\"");
    }

    private (string Sql, string Type) Operand(QueryNodeOData node, Lambda? scope)
    {
        switch (Plain(node))
        {
            case SingleValuePropertyAccessNode property:
                if (scope is not null)
                {
                    throw Refused("Only the range variable can be used inside a lambda expression.");
                }

                var field = Filterable(property.Property.Name);
                return ($"d.\"{field.Column}\"", field.Type);
            case NonResourceRangeVariableReferenceNode when scope is not null:
                return (scope.Sql, scope.Field.ItemType);
            default:
                throw Refused("Comparison must be between a field, range variable or function call and a literal value.");
        }
    }

    private FieldDefinition Filterable(string name)
    {
        var field = _index.Find(name)!;
        return field.Filterable ? field : throw Refused($"'{name}' is not a filterable field. Only filterable fields can be used in filter expressions.");
    }

    /// <summary>Without the conversions that OData puts between types that fit.</summary>
    private static QueryNodeOData Plain(QueryNodeOData node) => node is ConvertNode convert ? Plain(convert.Source) : node;

    private static SearchRequestException Refused(string why) => FilterLiteral.Refused(why);

    /// <summary>The collection that <c>any</c> or <c>all</c> walks through.</summary>
    private sealed record Lambda(FieldDefinition Field, string Sql);
}
