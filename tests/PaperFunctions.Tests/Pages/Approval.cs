using System.Runtime.CompilerServices;

namespace PaperFunctions.Tests.Pages;

/// <summary>Compares an output with the approved one beside the tests.</summary>
public static class Approval
{
    /// <summary>Switch on, run the tests, look at the difference, switch off: the approved outputs are written anew.
    /// <see cref="ApprovalTests"/> fails while it is on.</summary>
    public static bool Overwrite => false;

    private static readonly string Folder = Path.Combine(Here(), "Approved");

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder, name);
        if (Overwrite)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, actual);
        }

        if (!File.Exists(path) || File.ReadAllText(path) != actual)
        {
            // Look at it; where it is right, copy it over the approved one.
            var received = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Received")).FullName;
            File.WriteAllText(Path.Combine(received, name), actual);
        }

        Assert.True(File.Exists(path), $"{name} was never approved; see Approval.Overwrite.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

public sealed class ApprovalTests
{
    [Fact]
    public void Approved_outputs_are_compared_and_not_overwritten() => Assert.False(Approval.Overwrite);
}
