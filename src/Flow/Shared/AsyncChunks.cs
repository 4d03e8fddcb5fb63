using System.Runtime.CompilerServices;

namespace PaperFunctions.Flow.Shared;

internal static class AsyncChunks
{
    /// <summary>Groups a sequence into lists of <paramref name="size"/>; the last one may be shorter.</summary>
    public static async IAsyncEnumerable<List<T>> ChunksAsync<T>(
        this IAsyncEnumerable<T> items, int size, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var chunk = new List<T>(size);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            chunk.Add(item);
            if (chunk.Count == size)
            {
                yield return chunk;
                chunk = new List<T>(size);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}
