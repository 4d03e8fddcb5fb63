using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Fields;

/// <summary>What a parser hands to its adapter: a record of its format and where it starts, or a problem, or the date of the whole, or
/// what it leaves out.</summary>
internal readonly record struct Parsed<T>(T? Record, int Line, Problem? Problem = null, DateOnly? Date = null, LeftOut? LeftOut = null)
    where T : class
{
    public static implicit operator Parsed<T>(Problem problem) => new(null, problem.Line, problem);

    public static implicit operator Parsed<T>(DateOnly date) => new(null, 0, null, date);

    public static implicit operator Parsed<T>(LeftOut left) => new(null, 0, LeftOut: left);
}
