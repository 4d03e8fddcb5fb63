using System.Reflection;
using PaperFunctions.Tests.Structure.Patterns;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>Every pattern of the code on texts made of its own parts, each as long as the pattern may
/// get to see, up to a megabyte.</summary>
internal static class HardPatterns
{
    private const int Longest = 1 << 20;

    /// <returns>How many patterns are slow.</returns>
    public static int Run()
    {
        var rooms = Directory.GetFiles(AppContext.BaseDirectory, "PaperFunctions.*.dll").Select(Assembly.LoadFrom).ToList();
        var slow = rooms.SelectMany(room => PatternRule.Slow(room, Longest, thorough: true)).ToList();
        slow.ForEach(Console.WriteLine);
        Console.WriteLine(
            $"{rooms.Sum(room => KnownPattern.In(room).Count())} patterns on texts of up to {Longest:N0} characters, {slow.Count} slow");
        return slow.Count;
    }
}
