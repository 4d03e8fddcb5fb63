using System.Reflection;
using System.Text.Json;

namespace PaperFunctions.Local.Host.Binding;

/// <summary>Parameters that get a value by their name.</summary>
internal static class NamedValues
{
    /// <summary>The worker's own reading of JSON: names ignore case.</summary>
    public static JsonSerializerOptions Json { get; } = new() { PropertyNameCaseInsensitive = true };

    public static ParameterBinder Bind(ParameterInfo parameter) => (cause, _) =>
        ValueTask.FromResult(cause.Data.GetValueOrDefault(parameter.Name!) is { } value ? Convert(value, parameter) : Missing(parameter));

    private static object? Missing(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null ? null
        : throw new FormatException($"The parameter '{parameter.Name}' has no value and is not optional.");

    private static object? Convert(object value, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        var text = value as string ?? JsonSerializer.Serialize(value).Trim('"');
        if (type == typeof(string))
        {
            return text;
        }

        // Numbers and truth values are JSON as they stand, the rest is once quoted.
        return type.IsPrimitive ? JsonSerializer.Deserialize(text, type, Json) : JsonSerializer.Deserialize(JsonSerializer.Serialize(text), type, Json);
    }
}
