using System.Reflection;
using Azure.Data.Tables;

namespace PaperFunctions.LocalTests.Compat;

/// <summary>Compat holds what our code uses and what that needs, nothing else: every public member is
/// reached from the other rooms.</summary>
public sealed class UnusedCompatTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Compat = typeof(TableClient).Assembly;

    [Fact]
    public void Every_public_member_of_Compat_is_used()
    {
        if (Compat.GetName().Name != "PaperFunctions.Compat")
            return; // built with the official packages
        var unused = Unused(Reached()).Order(StringComparer.Ordinal).ToArray();
        Assert.True(unused.Length == 0, "Remove from Compat, and from official-signatures.txt:\n" + string.Join('\n', unused));
    }

    private static HashSet<MemberInfo> Reached()
    {
        var open = new Queue<MemberInfo>(Rooms().SelectMany(ReferencedMembers.Of).Where(member => member.Module.Assembly == Compat));
        var reached = new HashSet<MemberInfo>();
        while (open.TryDequeue(out var member))
        {
            if (!reached.Add(member))
                continue;
            var next = (member is MethodBase method ? ReferencedMembers.OfBody(method) : []).Concat(Implementations(member));
            foreach (var one in next.Where(one => one.Module.Assembly == Compat))
                open.Enqueue(one);
        }

        return reached;
    }

    private static IEnumerable<Assembly> Rooms() => Directory.EnumerateFiles(AppContext.BaseDirectory, "PaperFunctions.*.dll")
        .Where(file => Path.GetFileNameWithoutExtension(file) is not ("PaperFunctions.Compat" or "PaperFunctions.LocalTests"))
        .Select(Assembly.LoadFrom);

    /// <summary>Who calls an interface's or a base's method, calls those of the types below. Async
    /// methods and iterators run in types of their own.</summary>
    private static IEnumerable<MemberInfo> Implementations(MemberInfo member)
    {
        if (member is not MethodInfo method)
            return [];
        var machine = method.GetCustomAttribute<System.Runtime.CompilerServices.StateMachineAttribute>()?.StateMachineType;
        var steps = machine?.GetMethods(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            ?? [];
        var below = method.IsVirtual
            ? Compat.GetTypes().Where(type => type != method.DeclaringType && method.DeclaringType!.IsAssignableFrom(type))
                .SelectMany(type => type.GetMethods(Public)).Where(candidate => candidate.Name == method.Name)
            : [];
        return steps.Concat<MemberInfo>(below);
    }

    private static IEnumerable<string> Unused(HashSet<MemberInfo> reached) => Compat.GetExportedTypes()
        .Where(type => !type.IsEnum) // their values are written into the callers' code without a trace
        .Where(type => !type.IsInterface) // those who implement one need it whole
        .SelectMany(type => type.GetMembers(Public))
        .Where(member => member is not Type && !IsUsed(member, reached))
        .Select(member => $"{member.DeclaringType}.{member}");

    private static bool IsUsed(MemberInfo member, HashSet<MemberInfo> reached) => member switch
    {
        PropertyInfo property =>
            reached.Contains(property) || property.GetAccessors().Any(accessor => reached.Contains(accessor) || IsForced(accessor)),
        ConstructorInfo constructor =>
            reached.Contains(constructor) || (constructor.GetParameters().Length == 0 && IsImplicit(constructor)),
        MethodInfo { IsSpecialName: true } method =>
            reached.Contains(method) || !method.Name.StartsWith("op_", StringComparison.Ordinal) || IsPaired(method, reached),
        MethodInfo method => reached.Contains(method) || IsForced(method),
        _ => reached.Contains(member),
    };

    /// <summary>Overrides and implementations of what others declare, as Equals or a dictionary's Add, have no choice.</summary>
    private static bool IsForced(MethodInfo method) =>
        method.IsAbstract // as with interfaces: those who implement the type need it whole
        || (method.GetBaseDefinition() is { } first && first != method)
        || method.DeclaringType!.GetInterfaces()
        .Where(face => !face.IsGenericTypeDefinition && face.Assembly != Compat && !method.DeclaringType.IsInterface)
            .Any(face => method.DeclaringType.GetInterfaceMap(face).TargetMethods.Contains(method));

    /// <summary>A class has a constructor whether it is wanted or not.</summary>
    private static bool IsImplicit(ConstructorInfo constructor) => constructor.DeclaringType!.GetConstructors().Length == 1;

    private static bool IsPaired(MethodInfo operation, HashSet<MemberInfo> reached)
    {
        var twin = operation.Name switch { "op_Equality" => "op_Inequality", "op_Inequality" => "op_Equality", _ => "" };
        return operation.DeclaringType!.GetMethods(Public).Any(other => other.Name == twin && reached.Contains(other)
            && other.GetParameters().Select(parameter => parameter.ParameterType)
            .SequenceEqual(operation.GetParameters().Select(parameter => parameter.ParameterType)));
    }
}
