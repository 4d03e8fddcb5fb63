namespace PaperFunctions.Local.Verbs;

internal static class Unreadable
{
    /// <summary>Why a file that was named cannot be read, one sentence.</summary>
    public static string Reason(FileInfo file, Exception error) =>
        Directory.Exists(file.FullName) ? "is a folder, not a file."
        : !file.Exists ? "there is no such file."
        : $"cannot be read: {error.Message}";
}
