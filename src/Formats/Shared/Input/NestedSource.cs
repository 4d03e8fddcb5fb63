using PaperFunctions.Formats.Shared.Text;

namespace PaperFunctions.Formats.Shared.Input;

/// <summary>Content inside a container; what all containers around it share bounds the work.</summary>
/// <param name="Depth">Containers around it, from 1.</param>
internal sealed record NestedSource(string Name, DateTimeOffset UploadedAt, string? FormatOverride, int Depth, ByteBudget Budget)
    : DigestSource(Name, UploadedAt, FormatOverride)
{
    /// <summary>A mail in a zip in a gz is read; deeper is nobody's digest.</summary>
    public const int MaxDepth = 4;

    private const int LongestName = 120;

    /// <summary>Name of the file that was dropped, around all containers.</summary>
    public string Root { get; init; } = Name;

    /// <summary>A name that fits into a sentence; its end is kept, because it may settle the format.</summary>
    public static string ShortName(string name) => OneLine.Of(name.Length <= LongestName ? name : "…" + name[^LongestName..]);

    /// <summary>The source of content inside another; null if it would lie too deep.</summary>
    public static NestedSource? Within(DigestSource outer, string name, DateTimeOffset? date = null)
    {
        var (depth, budget) = outer is NestedSource nested ? (nested.Depth, nested.Budget) : (0, new ByteBudget());
        return depth >= MaxDepth ? null : new(ShortName(name), date ?? outer.UploadedAt, outer.FormatOverride, depth + 1, budget)
        {
            Root = outer is NestedSource { Root: var root } ? root : outer.Name,
        };
    }
}
