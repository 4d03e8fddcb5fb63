using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PaperFunctions.Tests.Compat;

/// <summary>
/// What another assembly can see of types, a line for each type and each member, in one spelling: full type names, parameter names, default
/// values, constraints, accessors. References that may be null are marked; explicit interface
/// implementations are not visible and not listed.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Of);

    public static IEnumerable<string> Of(Type type)
    {
        yield return Header(type);
        if (type.IsEnum)
        {
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
                yield return $"{Spelling.Name(type)}.{field.Name} = "
                    + $"{Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
            yield break;
        }

        foreach (var member in type.GetMembers(Declared).Select(Line).OfType<string>())
            yield return member;
    }

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var modifiers = (type.IsAbstract, type.IsSealed, kind) switch
        {
            (true, true, "class") => "static ",
            (true, false, "class") => "abstract ",
            (false, true, "class") => "sealed ",
            (_, _, "struct") when type.IsDefined(typeof(IsReadOnlyAttribute), false) => "readonly ",
            _ => "",
        };
        var parents = type.IsEnum
            ? []
            : new[] { type.BaseType }.OfType<Type>().Where(parent => parent != typeof(object) && parent != typeof(ValueType))
            .Concat(type.GetInterfaces().Where(parent => parent.IsVisible).OrderBy(Spelling.Name, StringComparer.Ordinal))
            .Select(Spelling.Name).ToArray();
        return $"{modifiers}{kind} {Spelling.Name(type)}{(parents.Length == 0 ? "" : " : " + string.Join(", ", parents))}";
    }

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) =>
            $"{Access(constructor)}{Spelling.Name(constructor.DeclaringType!)}..ctor({Spelling.Parameters(constructor)})",
        MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            Method(method),
        PropertyInfo property => Property(property),
        FieldInfo field when field.IsPublic || field.IsFamily =>
            $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Spelling.Of(field)} "
            + $"{Spelling.Name(field.DeclaringType!)}.{field.Name}",
        EventInfo @event when IsVisible(@event.AddMethod!) =>
            $"event {Spelling.Name(@event.EventHandlerType!)} {Spelling.Name(@event.DeclaringType!)}.{@event.Name}",
        _ => null,
    };

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>"
            : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        return $"{Access(method)}{Spelling.Of(method.ReturnParameter)} "
            + $"{Spelling.Name(method.DeclaringType!)}.{method.Name}{generic}({extension}{Spelling.Parameters(method)}){Spelling.Constraints(method)}";
    }

    private static string? Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
        if (accessors.Length == 0)
            return null;
        var index = property.GetIndexParameters() is { Length: > 0 } keys ? $"[{string.Join(", ", keys.Select(Spelling.Parameter))}]" : "";
        var verbs = accessors.Select(one => one.ReturnType == typeof(void) ? Setter(one) : "get;");
        return $"{Access(accessors[0])}{Spelling.Of(property)} {Spelling.Name(property.DeclaringType!)}.{property.Name}{index} {{ "
            + $"{string.Join(' ', verbs.Order(StringComparer.Ordinal))} }}";
    }

    private static string Setter(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method)
    {
        // only heirs can call those of an abstract class
        var access = method.IsPublic && !(method.IsConstructor && method.DeclaringType!.IsAbstract) ? "" : "protected ";
        if (method.DeclaringType!.IsInterface || method is not MethodInfo info)
            return access;
        if (method.IsStatic)
            return access + "static ";
        if (info.GetBaseDefinition() != info)
            return access + "override ";
        return access + (method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");
    }
}
