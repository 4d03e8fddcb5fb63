using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Infra;

/// <summary>The hooks as texts: sound in their language, the same in both, and named by azure.yaml.</summary>
public partial class HookScriptTests
{
    private static readonly string[] Names = ["preprovision", "postdeploy", "postdown"];

    [ShellcheckFact]
    public void Shellcheck_finds_nothing() =>
        Tools.Shellcheck(Directory.EnumerateFiles(Tools.At("infra", "hooks"), "*.sh").Append(Tools.Own("fake", "command.sh")));

    [Fact]
    public void The_posix_hooks_are_for_sh_so_that_shellcheck_refuses_what_only_bash_knows() =>
        Assert.All(Names, name => Assert.StartsWith("#!/bin/sh\n", Script(name, "sh")));

    [Fact]
    public void Both_shells_make_the_same_calls_in_the_same_order() =>
        Assert.All(Names, name =>
        {
            string[] posix = [.. Calls(Script(name, "sh"))];
            Assert.NotEmpty(posix);
            Assert.Equal(posix.Select(call => call.Replace("--file /dev/stdin", "--file $letter")), Calls(Script(name, "ps1")));
        });

    [Fact]
    public void The_PowerShell_hook_leaves_no_file_with_a_key()
    {
        var script = Script("preprovision", "ps1");
        // Beside azd's own copy; removed at the start of the hook, and whatever happens to the call.
        Assert.Contains("$letter = \"$PSScriptRoot/../../.azure/$env:AZURE_ENV_NAME/remember.env\"\nRemove-Item -LiteralPath $letter",
            script);
        Assert.Contains("  } finally {\n    Remove-Item -LiteralPath $letter", script);
    }

    [Fact]
    public void Both_shells_try_equally_often() =>
        Assert.All(Names, name => Assert.Equal(
            PosixRetries().Matches(Script(name, "sh")).Select(match => match.Groups[1].Value),
            PowerShellRetries().Matches(Script(name, "ps1")).Select(match => match.Groups[1].Value)));

    [Theory]
    [InlineData("sh")]
    [InlineData("ps1")]
    public void A_deployment_waits_for_every_function_that_no_request_starts_and_for_the_probe(string extension)
    {
        var waits = Script("postdeploy", extension).Split('\n')
            .Single(line => line.TrimStart('$').StartsWith("expected", StringComparison.Ordinal));
        Assert.Equal(Started.Append("Health").Order(), Name().Matches(waits).Select(match => match.Value).Order());
    }

    [Fact]
    public void Every_variable_that_a_hook_reads_is_an_output_a_parameter_or_its_own()
    {
        string[] own = ["AZURE_ENV_NAME", "AZURE_SUBSCRIPTION_ID", "KEEP_DELETED_VAULT", "PAPERFUNCTIONS_HOOK_DELAY"];
        var known = own.Concat(BicepFile.Main.Outputs)
            .Concat(Variable().Matches(Tools.Text("infra", "main.parameters.json")).Select(match => match.Value)).ToHashSet();
        Assert.All(Names, name =>
            Assert.Empty(Read().Matches(Script(name, "sh")).Select(match => match.Groups[1].Value).Except(known)));
    }

    private static IEnumerable<string> Started =>
        from method in typeof(DigestFunctions).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        where method.GetCustomAttribute<FunctionAttribute>() is not null
        where !method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null)
        select method.Name;

    [GeneratedRegex("[A-Z][A-Za-z]+")]
    private static partial Regex Name();

    [GeneratedRegex("[A-Z][A-Z0-9_]{2,}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\bretry (\d+)")]
    private static partial Regex PosixRetries();

    [GeneratedRegex(@"\bRetry (\d+)")]
    private static partial Regex PowerShellRetries();

    /// <summary>The calls of az and azd in a hook, from top to bottom, freed of what differs between the
    /// shells. What is said to people is left out.</summary>
    private static IEnumerable<string> Calls(string script) =>
        from line in script.Split('\n')
        where !line.TrimStart().StartsWith('#') && !line.TrimStart().StartsWith("for", StringComparison.Ordinal)
        from Match call in Call().Matches(Said().Replace(line, ""))
        select Redirection().Replace(call.Value, "").Replace("\"", "").Replace("$env:", "$");

    [GeneratedRegex(@"(?<![\w'$])azd?(?: (?:""[^""]*""|[^\s""'|&;<>(){}])+)+")]
    private static partial Regex Call();

    [GeneratedRegex(@"\b([Ff]ail|[Ss]ay) [""'].*$")]
    private static partial Regex Said();

    [GeneratedRegex(@" [2*]$")]
    private static partial Regex Redirection();

    [GeneratedRegex(@"\$\{?([A-Z][A-Z0-9_]{2,})")]
    private static partial Regex Read();

    private static string Script(string name, string extension) => Tools.Text("infra", "hooks", $"{name}.{extension}");
}
