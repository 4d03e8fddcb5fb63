using System.Globalization;
using PaperFunctions.Local.Search.Documents;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Query;

/// <summary>A facet as asked for: <c>year,count:5,sort:-value</c>, <c>year,interval:10</c>, <c>day,interval:month</c>, <c>year,values:2000|2010</c>.</summary>
internal sealed record FacetExpression(FieldDefinition Field)
{
    public const int DefaultCount = 10;

    private static readonly string[] DateIntervals = ["minute", "hour", "day", "week", "month", "quarter", "year"];

    public int Count { get; private init; } = DefaultCount;

    /// <summary><c>count</c> (most first), <c>-count</c>, <c>value</c> or <c>-value</c>.</summary>
    public string Sort { get; private init; } = "count";

    /// <summary>Width of a number's bucket.</summary>
    public double? Interval { get; private init; }

    /// <summary>Width of a date's bucket.</summary>
    public string? DateInterval { get; private init; }

    /// <summary>Bounds of ranges, going up.</summary>
    public IReadOnlyList<object>? Bounds { get; private init; }

    public static FacetExpression Parse(IndexDefinition index, string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var field = index.Find(parts[0]) ?? throw Wrong($"Could not find a property named '{parts[0]}' on type 'search.document'.");
        if (!field.Facetable)
        {
            throw Wrong($"'{field.Name}' is not a facetable field. Only facetable fields can be used in facet expressions.");
        }

        return parts.Skip(1).Aggregate(new FacetExpression(field), (facet, part) => facet.With(part));
    }

    private FacetExpression With(string part)
    {
        var (name, value) = part.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (part[..colon], part[(colon + 1)..]) : (part, "");
        var date = Field.ItemType == "Edm.DateTimeOffset";
        switch (name)
        {
            case "count" when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count > 0:
                return this with { Count = count };
            case "sort" when value is "count" or "-count" or "value" or "-value":
                return this with { Sort = value };
            case "interval" when date && DateIntervals.Contains(value):
                return this with { DateInterval = value, Sort = "value", Count = int.MaxValue };
            case "interval" when IsNumber && double.TryParse(value, CultureInfo.InvariantCulture, out var width) && width > 0:
                return this with { Interval = width, Sort = "value", Count = int.MaxValue };
            case "values" when IsNumber || date:
                return this with { Bounds = [.. value.Split('|').Select(bound => Bound(bound, date)).Order()] };
            case "timeoffset" when value is "00:00" or "+00:00" or "-00:00":
                return this;
            default:
                throw Wrong($"'{part}' does not fit the field '{Field.Name}' of type '{Field.Type}'.");
        }
    }

    private bool IsNumber => Field.ItemType is "Edm.Int32" or "Edm.Int64" or "Edm.Double";

    private static object Bound(string text, bool date) =>
        date && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? FieldValue.Milliseconds(moment)
        : !date && double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong($"The value '{text}' is not one of the field's type.");

    private static SearchRequestException Wrong(string why) => SearchRequestException.Parameter("facet", $"Invalid facet expression: {why}", "InvalidFacetExpression");
}
