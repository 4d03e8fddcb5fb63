namespace PaperFunctions.Tests.Infra;

/// <summary>The template sets what the code reads, and nothing else.</summary>
public class AppSettingsTests
{
    private static readonly SyntaxNode Settings = BicepFile.Named("modules/functions.bicep").Tree.All("variable_declaration")
        .Single(variable => variable.Parts[0].Text == "appSettings").Parts[1];

    private static readonly string Writer = Tools.Text("infra", "modules", "app-settings.bicep");

    /// <summary>Read by the host and by libraries, not by our options.</summary>
    private static readonly string[] ForTheHost =
    [
        "AzureWebJobsStorage:credential", "AZURE_CLIENT_ID", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "AzureWebJobsDisableHomepage",
    ];

    /// <summary>Keys in the place of which the app's identity serves.</summary>
    private static readonly string[] NotInAzure = ["AzureWebJobsStorage", "Search:ApiKey"];

    [Fact]
    public void Every_setting_that_is_read_is_set_and_none_else()
    {
        var read = SettingsRead.ByOptions.Concat(SettingsRead.ByTriggers).Concat(ForTheHost).Except(NotInAzure);
        Assert.Equal(read.Order(), Settings.Properties().Select(setting => setting.Name!.Replace("__", ":")).Order());
    }

    [Fact]
    public void What_is_left_out_in_Azure_is_read_elsewhere() => Assert.Subset(SettingsRead.ByOptions.ToHashSet(), NotInAzure.ToHashSet());

    [Fact]
    public void A_schedule_is_a_setting_of_one_word() =>
        // A timer with "%A:B%" is reported to stay silent on a plan that scales to zero on Linux, where the setting is A__B
        // (Azure/azure-functions-host, issue 8649).
        Assert.All(SettingsRead.ByTriggers, name => Assert.DoesNotContain(':', name));

    [Fact]
    public void No_template_reads_the_settings_of_an_app_and_writes_them()
    {
        // Resource Manager refuses it: "Circular dependency detected on resource .../config/appsettings".
        Assert.All(Directory.EnumerateFiles(Tools.At("infra"), "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText), template =>
            Assert.False(template.Contains("list('${app.id}/config/") && template.Contains("Microsoft.Web/sites/config@")));
        Assert.Contains("current: list('${app.id}/config/appsettings', '2024-04-01').properties\n", Tools.Text("infra", "modules", "functions.bicep"));
        Assert.Contains("wanted: appSettings\n", Tools.Text("infra", "modules", "functions.bicep"));
        Assert.Contains("@secure()\n@description('The settings that the app has now", Writer);
        // Where both have a setting, the later counts.
        Assert.Contains("name: 'appsettings'\n  properties: union(kept, wanted)\n", Writer);
    }

    [Fact]
    public void What_is_set_by_hand_and_kept_is_nothing_that_lets_a_stranger_in() =>
        Assert.Contains(
            """
            var keptNames = [
              'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET'
              'OTEL_EXPORTER_OTLP_ENDPOINT'
              'OTEL_EXPORTER_OTLP_HEADERS'
              'OTEL_EXPORTER_OTLP_PROTOCOL'
            ]
            """,
            Writer);

    [Fact]
    public void The_site_config_holds_nothing_that_Flex_Consumption_refuses() =>
        // https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#considerations: there is no FTP.
        Assert.DoesNotContain("ftpsState", Tools.Text("infra", "modules", "functions.bicep"));

    [Fact]
    public void Keys_are_references_into_the_vault()
    {
        string[] secret = [.. SettingsRead.ByOptions.Except(NotInAzure).Where(name => name.EndsWith("Key") && !name.EndsWith("PublicKey")).Select(name => name.Replace(":", "__"))];
        Assert.Equal(4, secret.Length);
        Assert.All(secret, name => Assert.Contains("@Microsoft.KeyVault(SecretUri=", Settings.Property(name)!.Text));
        Assert.All(
            Settings.Properties().Where(setting => !secret.Contains(setting.Name)),
            setting => Assert.DoesNotContain("KeyVault", setting.Value.Text));
    }

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("modules/functions.bicep")]
    public void A_template_takes_the_numbers_that_the_app_takes(string template)
    {
        // What only the app refuses is refused at its start, after the deployment.
        var ranges = SettingsRead.Ranges;
        var numbers = Settings.Properties().Where(setting => setting.Value.Type == "call_expression" && ranges.ContainsKey(setting.Name!)).ToArray();
        Assert.Equal(5, numbers.Length);
        Assert.All(numbers, setting =>
        {
            var (least, most) = ranges[setting.Name!];
            var parameter = BicepFile.Named(template).Parameters.Single(one => one.Name == setting.Value.Part("arguments")!.Parts[0].Text);
            Assert.Equal((least, most), (parameter.Least, parameter.Most ?? long.MaxValue));
        });
    }

    [Fact]
    public void Nothing_that_Flex_Consumption_refuses_is_set()
    {
        // Refused or ignored there: https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
        string[] refused =
        [
            "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE",
            "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTSHARE", "SCM_DO_BUILD_DURING_DEPLOYMENT", "ENABLE_ORYX_BUILD",
        ];
        Assert.Empty(Settings.Properties().Select(setting => setting.Name).Intersect(refused));
    }

    [Fact]
    public void Storage_is_named_service_by_service()
    {
        // With the single serviceUri form a blob trigger cannot write its poison queue.
        string[] names = [.. Settings.Properties().Select(setting => setting.Name!).Where(name => name.StartsWith("AzureWebJobsStorage"))];
        Assert.DoesNotContain("AzureWebJobsStorage", names);
        Assert.DoesNotContain("AzureWebJobsStorage__serviceUri", names);
        Assert.DoesNotContain("AzureWebJobsStorage__accountName", names);
    }
}
