using System.Text.RegularExpressions;

namespace PaperFunctions.Emulators.Functions.Binding;

/// <summary>The storage service's rule for names of containers and queues.</summary>
internal static partial class StorageNames
{
    /// <summary>True for 3 to 63 lower-case letters, digits and single hyphens inside.</summary>
    public static bool IsValid(string name) => name.Length is >= 3 and <= 63 && Rule().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
