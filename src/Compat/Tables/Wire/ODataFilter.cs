using System.Globalization;
using System.Xml;

namespace Azure.Data.Tables.Wire;

/// <summary>Values as OData literals
/// (https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities#constructing-filter-strings).</summary>
internal static class ODataFilter
{
    internal static string Create(FormattableString filter) => string.Format(
        CultureInfo.InvariantCulture,
        filter.Format,
        [.. filter.GetArguments().Select(Literal)]);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        long or ulong => string.Create(CultureInfo.InvariantCulture, $"{value}L"),
        int or uint or short or ushort or byte or sbyte or double or float or decimal =>
            Convert.ToString(value, CultureInfo.InvariantCulture)!,
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData bytes => $"X'{Convert.ToHexString(bytes.ToMemory().Span)}'",
        DateTimeOffset moment => Date(moment.UtcDateTime),
        DateTime moment => Date(moment.ToUniversalTime()),
        string or char => $"'{value.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new ArgumentException($"A filter has no literal for a value of type {value.GetType()}.", nameof(value)),
    };

    private static string Date(DateTime utc) => $"datetime'{XmlConvert.ToString(utc, XmlDateTimeSerializationMode.RoundtripKind)}'";
}
