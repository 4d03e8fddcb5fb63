using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Infra;

/// <summary>What a program printed and how it ended.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>The repository's files, and the programs that read them.</summary>
internal static class Tools
{
    private static readonly Lazy<string> FoundRoot = new(FindRoot);

    public static string Root => FoundRoot.Value;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Text(params string[] parts) => File.ReadAllText(At(parts)).ReplaceLineEndings("\n");

    /// <summary>The tests' own files in this folder: they are read where they stand, not copied to the output.</summary>
    public static string Own(params string[] parts) => At(["tests", "PaperFunctions.Tests", "Infra", .. parts]);

    /// <summary>Lines of a list file without comments and blank lines.</summary>
    public static string[] List(string file) =>
        [.. File.ReadLines(Own(file)).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];

    /// <summary>Runs a reader under Node and returns what it wrote as <typeparamref name="T"/>.</summary>
    public static T Read<T>(string reader, string input)
    {
        if (!Directory.Exists(At("tests", "node_modules", "@kusto")))
        {
            Assert.Fail($"The reader of Kusto queries is not installed. Run: npm ci --prefix tests");
        }
        var finished = Run("node", [Own("readers", reader)], input: input);
        Assert.True(finished.ExitCode == 0, $"{reader}: {finished}");
        return JsonSerializer.Deserialize<T>(finished.Output, JsonSerializerOptions.Web)!;
    }

    /// <summary>Passes if shellcheck, which must be installed, has nothing to say about these scripts.</summary>
    public static void Shellcheck(IEnumerable<string> scripts)
    {
        var finished = Run(MachineTool.Shellcheck.Require(), ["--external-sources", .. scripts]);
        Assert.True(finished.ExitCode == 0, finished.ToString());
    }

    public static Finished Run(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? input = null)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = Root,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Finished(process.ExitCode, output, errors.Result);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PaperFunctions.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds PaperFunctions.sln.");
    }
}

/// <summary>A test of the POSIX hooks; Windows has its own, and no sh.</summary>
internal sealed class PosixFactAttribute : FactAttribute
{
    public PosixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "The POSIX hooks run on Linux and macOS only.";
        }
    }
}
