using System.Reflection;
using System.Reflection.Emit;

namespace PaperFunctions.LocalTests.Compat;

/// <summary>Which members the code of an assembly mentions: by its instructions, and by the settings of its attributes.</summary>
internal static class ReferencedMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodeOf = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<MemberInfo> Of(Assembly assembly) => assembly.GetTypes().SelectMany(Of).Select(Definition);

    public static IEnumerable<MemberInfo> OfBody(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        var (types, own) = (method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        for (var at = 0; at < code.Length;)
        {
            var short1 = (short)code[at++];
            var instruction = OpCodeOf[short1 == 0xFE ? (short)(0xFE00 | code[at++]) : short1];
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok
                or OperandType.InlineType)
                yield return Definition(method.Module.ResolveMember(BitConverter.ToInt32(code, at), types, own)!);
            at += Size(instruction.OperandType, code, at);
        }
    }

    /// <summary>The open form of a member of a closed generic type or method.</summary>
    public static MemberInfo Definition(MemberInfo member) => member switch
    {
        MethodInfo { IsGenericMethod: true, IsGenericMethodDefinition: false } method => Definition(method.GetGenericMethodDefinition()),
        Type { IsGenericType: true } type => type.GetGenericTypeDefinition(),
        _ when member.DeclaringType is { IsGenericType: true, IsGenericTypeDefinition: false } type =>
            type.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(member),
        _ => member,
    };

    private static IEnumerable<MemberInfo> Of(Type type)
    {
        var members = type.GetMembers(Declared);
        var attributed = members.Append(type)
            .Concat<ICustomAttributeProvider>(members.OfType<MethodBase>().SelectMany(method => method.GetParameters()));
        return members.OfType<MethodBase>().SelectMany(OfBody)
            .Concat(attributed.SelectMany(OfAttributes))
            .Concat(type.GetInterfaces())
            .Concat(type.BaseType is { } parent ? [parent] : [])
            .Concat(members.OfType<MethodInfo>()
                .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
                .SelectMany(Parts));
    }

    private static IEnumerable<MemberInfo> OfAttributes(ICustomAttributeProvider provider)
    {
        var attributes = provider is MemberInfo member
            ? member.GetCustomAttributesData()
            : ((ParameterInfo)provider).GetCustomAttributesData();
        return attributes.SelectMany(attribute => attribute.NamedArguments.Select(argument => argument.MemberInfo)
            .Append(attribute.Constructor));
    }

    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static int Size(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
