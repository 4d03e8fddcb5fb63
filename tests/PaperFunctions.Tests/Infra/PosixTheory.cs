namespace PaperFunctions.Tests.Infra;

/// <summary>As <see cref="PosixFactAttribute"/>, for a test with cases.</summary>
internal sealed class PosixTheoryAttribute : TheoryAttribute
{
    public PosixTheoryAttribute() => Skip = new PosixFactAttribute().Skip;
}

/// <summary>A test that needs a terminal, which util-linux's "script" makes.</summary>
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(HookRun.Terminal))
        {
            Skip = $"There is no {HookRun.Terminal} of util-linux here.";
        }
    }
}
