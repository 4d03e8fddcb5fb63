using System.Reflection;
using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Structure.Patterns;

/// <summary>A pattern of the code, as its attributes say it.</summary>
/// <param name="Name">Type and method.</param>
/// <param name="Longest">Of the text it is run on, in characters; null where nobody said.</param>
public sealed record KnownPattern(string Name, string Text, RegexOptions Options, int? Longest, string Reason = "")
{
    private const BindingFlags Any =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>True where time cannot grow faster than the text, whatever the text is.</summary>
    public bool IsLinear => Options.HasFlag(RegexOptions.NonBacktracking);

    /// <summary>What the source generator makes code of, in an assembly.</summary>
    public static IEnumerable<KnownPattern> In(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(Any)
        let regex = method.GetCustomAttribute<GeneratedRegexAttribute>()
        where regex is not null
        let bound = method.GetCustomAttribute<BacktracksAttribute>()
        select new KnownPattern($"{type.FullName}.{method.Name}", regex.Pattern, regex.Options, bound?.Longest, bound?.Reason ?? "");

    public override string ToString() => Name;
}
