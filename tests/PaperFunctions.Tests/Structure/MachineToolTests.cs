namespace PaperFunctions.Tests.Structure;

/// <summary>On a machine with nothing but .NET and Node.js, tests of other tools are skipped; in CI they fail.</summary>
public sealed class MachineToolTests
{
    private static readonly MachineTool Tool = new("apt-get install no-such-tool", "no-such-tool");

    [Fact]
    public void A_missing_tool_skips_and_the_reason_is_the_line_that_installs_it() =>
        Assert.Equal("no-such-tool is not installed. Run: apt-get install no-such-tool", Tool.Reason(Path.GetTempPath(), ci: null));

    [Fact]
    public void In_CI_a_missing_tool_is_a_failure()
    {
        Assert.Null(Tool.Reason(Path.GetTempPath(), ci: "true"));
        Assert.Contains("apt-get install", Assert.Throws<InvalidOperationException>(Tool.Require).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_on_the_path_skips_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("tools-").FullName;
        File.WriteAllText(Path.Combine(folder, "no-such-tool"), "");
        Assert.Null(Tool.Reason($"{Path.GetTempPath()}{Path.PathSeparator}{folder}", ci: null));
        Directory.Delete(folder, recursive: true);
    }
}
