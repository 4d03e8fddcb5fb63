using System.Reflection;
using System.Reflection.Emit;

namespace PaperFunctions.Tests.Structure;

/// <summary>Which namespaces of an assembly use which others of it, by signatures and code.</summary>
internal static class NamespaceUses
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    public static IReadOnlySet<(string From, string To)> Of(Assembly assembly)
    {
        var uses = new HashSet<(string, string)>();
        foreach (var type in assembly.GetTypes().Where(t => IsOurs(t, assembly)))
        {
            uses.UnionWith(UsedBy(type).SelectMany(Parts).Where(t => IsOurs(t, assembly) && t.Namespace != type.Namespace)
                .Select(t => (type.Namespace!, t.Namespace!)));
        }

        return uses;
    }

    /// <summary>Groups of namespaces that reach each other, each as one line.</summary>
    public static IReadOnlyList<string> Cycles(IEnumerable<(string From, string To)> uses)
    {
        var next = uses.ToLookup(u => u.From, u => u.To);
        var reach = next.ToDictionary(g => g.Key, g => Reachable(g.Key, next));
        return [.. reach.Where(r => r.Value.Contains(r.Key))
            .Select(r => string.Join(", ", r.Value.Where(n => reach.TryGetValue(n, out var back) && back.Contains(r.Key))
                .Order(StringComparer.Ordinal)))
            .Distinct()];
    }

    private static HashSet<string> Reachable(string from, ILookup<string, string> next)
    {
        var (found, open) = (new HashSet<string>(), new Stack<string>([from]));
        while (open.TryPop(out var at))
        {
            foreach (var to in next[at].Where(found.Add))
            {
                open.Push(to);
            }
        }

        return found;
    }

    private static bool IsOurs(Type type, Assembly assembly) =>
        type.Assembly == assembly && type.Namespace?.StartsWith("PaperFunctions.", StringComparison.Ordinal) == true;

    private static IEnumerable<Type> UsedBy(Type type)
    {
        IEnumerable<Type?> bases = [type.BaseType, .. type.GetInterfaces()];
        var fields = type.GetFields(All).Select(f => f.FieldType);
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All));
        return [.. bases.OfType<Type>(), .. fields, .. methods.SelectMany(UsedBy)];
    }

    private static IEnumerable<Type> UsedBy(MethodBase method)
    {
        var signature = method.GetParameters().Select(p => p.ParameterType).Concat(method is MethodInfo info ? [info.ReturnType] : []);
        return method.GetMethodBody() is not { } body ? signature
            : [.. signature, .. body.LocalVariables.Select(v => v.LocalType), .. UsedIn(method, body.GetILAsByteArray() ?? [])];
    }

    /// <summary>Types behind the tokens of a method's code (ECMA-335, III.1.9).</summary>
    private static IEnumerable<Type> UsedIn(MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var opcode = Codes[code[at] == 0xFE ? (short)(0xFE00 | code[++at]) : code[at]];
            at++;
            if (opcode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(
                    BitConverter.ToInt32(code, at), method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod
                        ? method.GetGenericArguments()
                        : []);
                foreach (var type in new[] { member as Type ?? member?.DeclaringType, (member as FieldInfo)?.FieldType }.OfType<Type>())
                {
                    yield return type;
                }

                foreach (var argument in member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [])
                {
                    yield return argument;
                }
            }

            at += SizeOf(opcode.OperandType, code, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    /// <summary>A type with its element and its arguments.</summary>
    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];
}
