using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.Settings;

/// <summary>What is wrong with the settings, as sentences for the operator.</summary>
public static class SettingFaults
{
    /// <summary>All sentences of a failed start, each once, in the order they were found.</summary>
    /// <returns>Null if the failure is about anything but settings.</returns>
    public static IReadOnlyList<string>? Of(Exception exception) => exception switch
    {
        OptionsValidationException wrong => [.. wrong.Failures.Select(WithoutMember).Distinct()],
        AggregateException all when all.Flatten().InnerExceptions.Select(Of).ToArray() is var parts && !parts.Contains(null) =>
            [.. parts.SelectMany(sentences => sentences!).Distinct()],
        _ => null,
    };

    /// <summary>All sentences on one line. The Functions host logs a worker's line as an error only if the line says so, and puts
    /// the last line alone into its own message.</summary>
    public static string ErrorLine(IEnumerable<string> sentences) => string.Join(" ", sentences.Select(sentence => $"Error: {sentence}"));

    /// <summary>The generated validators begin with the property's name ("From: Mail:From is missing"), which the sentence itself says
    /// better.</summary>
    private static string WithoutMember(string failure)
    {
        var end = failure.IndexOf(": ", StringComparison.Ordinal);
        return end > 0 && failure.AsSpan(end).Contains($":{failure[..end]}", StringComparison.Ordinal) ? failure[(end + 2)..] : failure;
    }
}
