namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("papers-test-").FullName;

    /// <summary>Writes a file and gives back its path.</summary>
    public string File(string name, byte[] content)
    {
        var file = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllBytes(file, content);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
