namespace PaperFunctions.Emulators.Functions.Execution;

/// <summary>Which try this is, from 1, and how many there may be.</summary>
internal sealed record Attempt(int Number, int Max)
{
    public static Attempt Only { get; } = new(1, 1);
}
