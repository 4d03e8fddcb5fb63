using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace PaperFunctions.Tests.Infra;

/// <summary>azure.yaml by the rules of azd's schema (schemas/v1.0/azure.yaml.json in Azure/azure-dev) that concern what it uses.</summary>
public partial class AzureYamlTests
{
    private static readonly string[] TopLevel =
    [
        "name", "resourceGroup", "metadata", "infra", "services", "resources", "pipeline", "hooks", "requiredVersions", "state", "platform",
        "workflows", "cloud",
    ];

    private static readonly string[] CommandHooks =
        [.. from step in (string[])["provision", "infracreate", "infradelete", "down", "up", "package", "publish", "deploy", "restore"]
            from side in (string[])["pre", "post"]
            select side + step];

    private static readonly string[] HookFields = ["shell", "kind", "dir", "run", "continueOnError", "interactive", "windows", "posix",
        "secrets", "config"];

    private readonly YamlMappingNode _file = Yaml.Read(Tools.At("azure.yaml"));

    [Fact]
    public void It_has_a_valid_name_and_no_field_that_azd_does_not_know()
    {
        Assert.Matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", _file.Text("name"));
        Assert.Empty(_file.Keys().Except(TopLevel));
        Assert.Empty(_file.Map("metadata").Keys().Except(["template"]));
        Assert.Empty(_file.Map("requiredVersions").Keys().Except(["azd", "extensions"]));
        Assert.Empty(_file.Map("pipeline").Keys().Except(["provider", "variables", "secrets"]));
        Assert.Contains(_file.Map("pipeline").Text("provider"), (string[])["github", "azdo"]);
    }

    [Fact]
    public void It_points_at_the_templates_and_at_the_project()
    {
        Assert.Matches("^[a-z0-9.]+$", _file.Map("infra").Text("provider"));
        Assert.True(File.Exists(Tools.At(_file.Map("infra").Text("path"), _file.Map("infra").Text("module") + ".bicep")));
        Assert.True(File.Exists(Tools.At(_file.Map("infra").Text("path"), _file.Map("infra").Text("module") + ".parameters.json")));
        var service = _file.Map("services").Map("functions");
        Assert.Equal(["project", "language", "host"], service.Keys());
        Assert.Equal("function", service.Text("host"));
        Assert.Equal("dotnet", service.Text("language"));
        Assert.True(File.Exists(Tools.At(service.Text("project"), "PaperFunctions.Functions.csproj")));
    }

    [Fact]
    public void The_service_is_the_one_that_the_function_app_is_tagged_with()
    {
        var app = BicepFile.Named("modules/functions.bicep").One("app");
        Assert.Contains($"'azd-service-name': '{Assert.Single(_file.Map("services").Keys())}'", app.Value("tags"));
    }

    [Fact]
    public void Every_hook_is_one_that_azd_runs_and_says_what_to_run_on_both_kinds_of_system()
    {
        var hooks = _file.Map("hooks");
        Assert.Empty(hooks.Keys().Except(CommandHooks));
        Assert.All(hooks.Keys(), name =>
        {
            var hook = hooks.Map(name);
            // With both given, the schema allows nothing beside them.
            Assert.Equal(["posix", "windows"], hook.Keys().Order());
            Script(hook.Map("posix"), "sh", $"{name}.sh");
            Script(hook.Map("windows"), "pwsh", $"{name}.ps1");
        });
    }

    [Fact]
    public void Every_script_is_run_by_a_hook()
    {
        string[] scripts = [.. Directory.EnumerateFiles(Tools.At("infra", "hooks")).Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith("lib."))];
        string[] run = [.. _file.Map("hooks").Keys().SelectMany(name => (string[])[$"{name}.sh", $"{name}.ps1"])];
        Assert.Equal(run.Order(), scripts.Order());
    }

    [Fact]
    public void The_pipeline_is_handed_every_setting_that_is_no_secret()
    {
        // azd hands over its own.
        string[] secret = ["SENDGRID_API_KEY", "SIGNING_KEY", "PREVIOUS_SIGNING_KEY", "ADDRESS_KEY", "OPENALEX_KEY",
            "SEMANTIC_SCHOLAR_KEY"];
        var settings = Variable().Matches(Tools.Text("infra", "main.parameters.json")).Select(match => match.Groups[1].Value)
            .Where(name => !name.StartsWith("AZURE_"));
        Assert.Equal(settings.Except(secret), _file.Map("pipeline").Texts("variables"));
    }

    private static void Script(YamlMappingNode hook, string shell, string script)
    {
        Assert.Empty(hook.Keys().Except(HookFields));
        Assert.Equal(shell, hook.Text("shell"));
        Assert.Equal($"infra/hooks/{script}", hook.Text("run"));
        Assert.True(File.Exists(Tools.At(hook.Text("run"))), hook.Text("run"));
        // Asking for the SendGrid key needs the terminal.
        Assert.Equal("true", hook.Text("interactive"));
    }

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Variable();
}
