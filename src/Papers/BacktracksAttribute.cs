namespace PaperFunctions.Papers;

/// <summary>Stands on a pattern that is not <c>RegexOptions.NonBacktracking</c>. Such a pattern may try many ways through the same text, so
/// it needs a reason, and a length up to which its time was tried: <c>dotnet test</c> fills it with what its own parts match, up to that
/// length.</summary>
/// <param name="longest">Of the text that it is run on, in characters. The code around it holds this bound.</param>
/// <param name="reason">Why it is not <c>NonBacktracking</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BacktracksAttribute(int longest, string reason) : Attribute
{
    /// <summary>As much as is looked at to recognise a format.</summary>
    public const int Head = 64 << 10;

    /// <summary>The most that any format keeps of a line.</summary>
    public const int Line = 1 << 20;

    /// <summary>The most that any format keeps of one record, and so of a field of it.</summary>
    public const int Record = 8 << 20;

    public int Longest { get; } = longest;

    public string Reason { get; } = reason;
}
