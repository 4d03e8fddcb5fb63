using System.Reflection;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat;

/// <summary>
/// official-signatures.txt holds the signatures of the packages' members that Compat offers, made from the packages' own sources. With the
/// portable packages Compat is compared with it both ways; with the official ones, they are.
/// </summary>
public sealed class OfficialSignaturesTests
{
    private static readonly Assembly Tables = typeof(TableClient).Assembly;

    private static readonly (string Package, string Line)[] Listed = [.. File.ReadLines(Beside("official-signatures.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" | ", 2))
        .Select(parts => (parts[0].Split(' ')[0], parts[1]))];

    [Fact]
    public void Compat_offers_nothing_that_the_packages_lack()
    {
        if (!IsPortable)
            return; // there is no Compat in this build
        var known = Listed.Select(listed => listed.Line).ToHashSet(StringComparer.Ordinal);
        var parents = Listed.Select(listed => Split(listed.Line)).Where(listed => listed.Parents.Length > 0)
            .ToDictionary(listed => listed.Type, listed => listed.Parents);
        None("No package has", PublicSurface.Of(Tables).Where(line => !known.Contains(line) && !IsSubset(Split(line), parents)));
    }

    [Fact]
    public void All_that_is_listed_is_there()
    {
        var there = IsPortable
            ? PublicSurface.Of(Tables)
            : Listed.Select(listed => listed.Package).Distinct().SelectMany(package => PublicSurface.Of(Assembly.Load(package)));
        var types = there.Select(line => IsPortable ? Split(line).Type : line).ToHashSet(StringComparer.Ordinal);
        None("Nothing offers", Listed.Select(listed => IsPortable ? Split(listed.Line).Type : listed.Line)
            .Where(line => !types.Contains(line)));
    }

    [Fact]
    public void The_list_is_sorted_and_says_everything_once()
    {
        var lines = File.ReadLines(Beside("official-signatures.txt")).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        Assert.Equal(lines.Distinct().Order(StringComparer.Ordinal), lines);
    }

    private static void None(string what, IEnumerable<string> lines) => Assert.True(!lines.Any(), $"{what}:\n{string.Join('\n', lines)}");

    private static bool IsPortable => Tables.GetName().Name == "PaperFunctions.Compat";

    /// <summary>A stand-in may lack interfaces that the package's type has, never have one more.</summary>
    private static bool IsSubset((string Type, string[] Parents) type, Dictionary<string, string[]> official) =>
        official.TryGetValue(type.Type, out var parents) && type.Parents.All(parents.Contains);

    private static (string Type, string[] Parents) Split(string line)
    {
        var isType = line.Contains("class ", StringComparison.Ordinal) || line.Contains("struct ", StringComparison.Ordinal)
            || line.Contains("interface ", StringComparison.Ordinal);
        var parts = isType ? line.Split(" : ", 2) : [line];
        return (parts[0], parts.Length == 1 ? [] : parts[1].Split(", "));
    }

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
