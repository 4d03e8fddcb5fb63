using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Host.Queues;

internal static partial class QueueNames
{
    /// <summary>The service's rule: 3 to 63 lower-case letters, digits and single hyphens inside.</summary>
    public static bool IsValid(string name) => Rule().IsMatch(name);

    [Backtracks(1_000, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Rule();
}
