using System.Globalization;
using System.Reflection;

namespace PaperFunctions.Tests.Compat;

/// <summary>How <see cref="PublicSurface"/> writes types and parameters.</summary>
internal static class Spelling
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(string)] = "string", [typeof(object)] = "object", [typeof(bool)] = "bool", [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double", [typeof(float)] = "float", [typeof(short)] = "short",
        [typeof(ulong)] = "ulong",
    };

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        var name = (type.IsNested ? Name(type.DeclaringType!) : type.Namespace) + "." + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }

    public static string Of(FieldInfo field) => Name(field.FieldType) + Mark(field.FieldType, () => Nullability.Create(field).ReadState);

    public static string Of(PropertyInfo property) =>
        Name(property.PropertyType) + Mark(property.PropertyType, () => State(Nullability.Create(property)));

    public static string Of(ParameterInfo parameter) =>
        Name(parameter.ParameterType) + Mark(parameter.ParameterType, () => State(Nullability.Create(parameter)));

    public static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    public static string Parameter(ParameterInfo parameter)
    {
        var how = parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params "
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{how}{Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Default(parameter) : "")}";
    }

    public static string Constraints(MethodInfo method) =>
        string.Concat(method.GetGenericArguments().Where(_ => method.IsGenericMethodDefinition).Select(Constraint));

    private static string Constraint(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var parts = new List<string>();
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            parts.Add("class");
        if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            parts.Add("struct");
        parts.AddRange(parameter.GetGenericParameterConstraints().Where(one => one != typeof(ValueType)).Select(Name));
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !parts.Contains("struct"))
            parts.Add("new()");
        return parts.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", parts)}";
    }

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null or Missing => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        var value when parameter.ParameterType.IsEnum => Enum.ToObject(parameter.ParameterType, value).ToString()!,
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static NullabilityState State(NullabilityInfo info) =>
        info.ReadState is NullabilityState.Unknown ? info.WriteState : info.ReadState;

    private static string Mark(Type type, Func<NullabilityState> state) =>
        !type.IsValueType && !type.IsGenericParameter && state() == NullabilityState.Nullable ? "?" : "";
}
