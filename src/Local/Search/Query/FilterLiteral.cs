using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using PaperFunctions.Local.Search.Documents;

namespace PaperFunctions.Local.Search.Query;

/// <summary>The constant side of a comparison in a filter.</summary>
internal static class FilterLiteral
{
    public static SearchRequestException Refused(string why) =>
        SearchRequestException.Parameter("$filter", $"Invalid expression: {why}", "InvalidFilterExpression");

    /// <summary>As the field's column holds such a value.</summary>
    public static object ToSql(object constant, string type) => (constant, type) switch
    {
        (DateTimeOffset moment, _) => FieldValue.Milliseconds(moment),
        (Date day, _) => FieldValue.Milliseconds(new DateTimeOffset(day.Year, day.Month, day.Day, 0, 0, 0, TimeSpan.Zero)),
        (bool flag, _) => flag ? 1L : 0L,
        (string text, _) => text,
        (int or long or short or byte or sbyte, _) => Convert.ToInt64(constant),
        (float or double or decimal, _) => Convert.ToDouble(constant),
        _ => throw Refused($"The literal '{constant}' cannot be compared with a field of type '{type}'."),
    };

    /// <summary>The operator that means the same with its sides exchanged.</summary>
    public static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };
}
