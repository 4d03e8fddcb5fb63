namespace PaperFunctions.Emulators.Functions;

/// <summary>The app cannot be hosted as it is; each problem is one sentence that names the function and what to change.</summary>
public sealed class FunctionsHostException(IReadOnlyList<string> problems, Exception? inner = null)
    : Exception(string.Join(Environment.NewLine, problems), inner)
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
