using System.Text.RegularExpressions;

namespace PaperFunctions.Local.Host.Queues;

internal static partial class QueueNames
{
    /// <summary>The service's rule: 3 to 63 lower-case letters, digits and single hyphens inside.</summary>
    public static bool IsValid(string name) => Rule().IsMatch(name);

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Rule();
}
