namespace PaperFunctions.Formats.Containers;

/// <summary>Content inside a container; what all containers around it share bounds the work.</summary>
/// <param name="Depth">Containers around it, from 1.</param>
internal sealed record NestedSource(string Name, DateTimeOffset UploadedAt, string? FormatOverride, int Depth, ByteBudget Budget)
    : DigestSource(Name, UploadedAt, FormatOverride)
{
    /// <summary>A mail in a zip in a gz is read; deeper is nobody's digest.</summary>
    public const int MaxDepth = 4;

    /// <summary>The source of content inside another; null where it would lie too deep.</summary>
    public static NestedSource? Within(DigestSource outer, string name, DateTimeOffset? date = null)
    {
        var (depth, budget) = outer is NestedSource nested ? (nested.Depth, nested.Budget) : (0, new ByteBudget());
        return depth >= MaxDepth ? null : new(name, date ?? outer.UploadedAt, outer.FormatOverride, depth + 1, budget);
    }
}
