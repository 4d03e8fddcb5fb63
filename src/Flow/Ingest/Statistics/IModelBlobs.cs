namespace PaperFunctions.Flow.Ingest.Statistics;

/// <summary>Where the corpus model is kept: <c>state/corpus-model</c>.</summary>
public interface IModelBlobs
{
    /// <summary>The model, unless its version is the one given; null if there is none or no newer one.</summary>
    Task<ModelBlob?> ReadIfNewerAsync(string? version, CancellationToken cancellationToken);

    Task WriteAsync(Action<Stream> write, CancellationToken cancellationToken);
}

/// <param name="Content">At its start, in memory.</param>
public sealed record ModelBlob(Stream Content, string Version);
