namespace PaperFunctions.Tests.Infra;

/// <summary>The template sets what the code reads, and nothing else.</summary>
public class AppSettingsTests
{
    private static readonly BicepFile Functions = BicepFile.Named("modules/functions.bicep");
    private static readonly BicepFile Writer = BicepFile.Named("modules/app-settings.bicep");
    private static readonly IReadOnlyDictionary<string, string> Settings = Functions.Properties("appSettings");

    /// <summary>Read by the host and by libraries, not by our options.</summary>
    private static readonly string[] ForTheHost =
    [
        "AzureWebJobsStorage:credential", "AZURE_CLIENT_ID", "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "AzureWebJobsDisableHomepage", "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED",
    ];

    /// <summary>Keys in the place of which the app's identity serves.</summary>
    private static readonly string[] NotInAzure = ["AzureWebJobsStorage", "Search:ApiKey"];

    [Fact]
    public void Every_setting_that_is_read_is_set_and_none_else()
    {
        var read = SettingsRead.ByOptions.Concat(SettingsRead.ByTriggers).Concat(ForTheHost).Except(NotInAzure);
        Assert.Equal(read.Order(), Settings.Keys.Select(name => name.Replace("__", ":")).Order());
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
        // Resource Manager refuses that as a circular dependency: the parent reads, and a module writes.
        Assert.All(BicepFile.All,
            file => Assert.False(file.Text.Contains("/config/appsettings'")
                && file.Text.Contains("Microsoft.Web/sites/config@"), file.Path));
        Assert.Contains("    current: list('${app.id}/config/appsettings', '2024-04-01').properties\n    wanted: appSettings\n",
            Functions.Text);
        Assert.Contains("@secure()", Writer.Parameters.Single(parameter => parameter.Name == "current").Decorators);
    }

    [Fact]
    public void The_templates_settings_win_over_those_that_are_kept()
    {
        Assert.Equal("'appsettings'", Writer.One("settings").Value("name"));
        // Of two with the same name, union takes the later.
        Assert.Equal("union(kept, wanted)", Writer.One("settings").Value("properties"));
    }

    [Fact]
    public void What_is_set_by_hand_and_kept_is_nothing_that_lets_a_stranger_in() =>
        Assert.Equal(
            ["MICROSOFT_PROVIDER_AUTHENTICATION_SECRET", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS",
                "OTEL_EXPORTER_OTLP_PROTOCOL"],
            Writer.Strings("keptNames"));

    [Fact]
    public void The_placeholder_process_can_be_turned_off() =>
        Assert.Equal("usePlaceholder ? '1' : '0'", Settings["WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED"]);

    [Fact]
    public void The_site_config_holds_nothing_that_Flex_Consumption_refuses() =>
        // There is no FTP; regions with the newer checks refuse the property: microsoft/azure-pipelines-tasks, issue 21032.
        Assert.DoesNotContain("ftpsState", Functions.Text);

    [Fact]
    public void Keys_are_references_into_the_vault()
    {
        string[] secret = [.. SettingsRead.ByOptions.Except(NotInAzure).Where(name => name.EndsWith("Key") && !name.EndsWith("PublicKey"))
            .Select(name => name.Replace(":", "__"))];
        Assert.Equal(6, secret.Length);
        Assert.All(secret, name => Assert.Contains("@Microsoft.KeyVault(SecretUri=", Settings[name]));
        Assert.All(
            Settings.Where(setting => !secret.Contains(setting.Key)),
            setting => Assert.DoesNotContain("KeyVault", setting.Value));
    }

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("modules/functions.bicep")]
    public void A_template_takes_the_numbers_that_the_app_takes(string template)
    {
        // What only the app refuses is refused at its start, after the deployment.
        var ranges = SettingsRead.Ranges;
        var numbers = Settings.Where(setting => setting.Value.StartsWith("string(") && ranges.ContainsKey(setting.Key)).ToArray();
        Assert.Equal(11, numbers.Length);
        Assert.All(numbers, setting =>
        {
            var (least, most) = ranges[setting.Key];
            var parameter = BicepFile.Named(template).Parameters.Single(one => $"string({one.Name})" == setting.Value);
            Assert.Equal((least, most), ((double?)parameter.Least, parameter.Most ?? (double?)long.MaxValue));
        });
    }

    [Fact]
    public void Nothing_that_Flex_Consumption_refuses_is_set()
    {
        // Refused or ignored there:
        // https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
        string[] refused =
        [
            "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE",
            "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTSHARE", "SCM_DO_BUILD_DURING_DEPLOYMENT", "ENABLE_ORYX_BUILD",
        ];
        Assert.Empty(Settings.Keys.Intersect(refused));
    }

    [Fact]
    public void Storage_is_named_service_by_service()
    {
        // With the single serviceUri form a blob trigger cannot write its poison queue.
        string[] names = [.. Settings.Keys.Where(name => name.StartsWith("AzureWebJobsStorage"))];
        Assert.DoesNotContain("AzureWebJobsStorage", names);
        Assert.DoesNotContain("AzureWebJobsStorage__serviceUri", names);
        Assert.DoesNotContain("AzureWebJobsStorage__accountName", names);
    }
}
