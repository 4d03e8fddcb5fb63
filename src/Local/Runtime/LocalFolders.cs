namespace PaperFunctions.Local.Runtime;

/// <summary>Folders of the checkout that the runner is started from.</summary>
public static class LocalFolders
{
    /// <summary>The folder with PaperFunctions.sln, upwards from the program or from the current folder; null outside a checkout.</summary>
    public static string? Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Directory.GetCurrentDirectory());

    /// <summary>Where <c>up</c> keeps its state unless told otherwise.</summary>
    public static string DefaultData => Path.Combine(Root ?? Directory.GetCurrentDirectory(), ".data");

    /// <summary>The digests written for this project; empty outside a checkout.</summary>
    public static IReadOnlyList<string> Samples
    {
        get
        {
            var folder = Path.Combine(Root ?? "", "tests", "samples");
            return Root is not null && Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)]
                : [];
        }
    }

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PaperFunctions.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
