namespace PaperFunctions.Tests.Infra;

/// <summary>infra/hooks/preprovision.sh: keys are made once and never replaced; what would fail later fails here.</summary>
public sealed class PreprovisionTests : IDisposable
{
    private readonly HookRun _hook = new();

    public PreprovisionTests()
    {
        _hook.Answer("dotnet --list-sdks", "9.0.300 [/sdk]", "10.0.100 [/sdk]");
        _hook.Answer("az functionapp list-flexconsumption-runtimes", "9.0", "10");
        _hook.Answer("az provider show", "Registered");
        _hook.Answer("az group exists", "false");
    }

    public void Dispose() => _hook.Dispose();

    [PosixFact]
    public void A_new_environment_gets_two_keys_of_the_right_length()
    {
        var finished = _hook.Run("preprovision");
        Assert.True(finished.ExitCode == 0, finished.ToString());
        Assert.Equal(48, Key("SIGNING_KEY").Length);
        Assert.Equal(32, Key("ADDRESS_KEY").Length);
        Assert.Contains("No mail can go out", finished.Output);
    }

    [PosixFact]
    public void Two_environments_get_different_keys()
    {
        using var other = new HookRun();
        other.Answer("dotnet --list-sdks", "10.0.100 [/sdk]");
        other.Answer("az functionapp list-flexconsumption-runtimes", "10.0");
        other.Answer("az provider show", "Registered");
        other.Answer("az group exists", "false");
        _hook.Run("preprovision");
        other.Run("preprovision");
        Assert.Empty(_hook.Kept.Intersect(other.Kept));
        Assert.Equal(2, other.Kept.Length);
    }

    [PosixFact]
    public void Keys_in_the_environment_stay()
    {
        _hook.Environment["SIGNING_KEY"] = "signing";
        _hook.Environment["ADDRESS_KEY"] = "address";
        _hook.Environment["SENDGRID_API_KEY"] = "SG.key";
        Assert.Equal(0, _hook.Run("preprovision").ExitCode);
        Assert.Empty(_hook.Kept);
    }

    [PosixFact]
    public void Keys_that_only_the_vault_holds_stay()
    {
        Provisioned("site-signing-key", "site-address-key", "mail-api-key");
        var finished = _hook.Run("preprovision");
        Assert.True(finished.ExitCode == 0, finished.ToString());
        Assert.Empty(_hook.Kept);
    }

    [PosixFact]
    public void A_vault_that_holds_one_key_gets_the_other()
    {
        Provisioned("site-address-key");
        Assert.Equal(0, _hook.Run("preprovision").ExitCode);
        Assert.StartsWith("SIGNING_KEY=", Assert.Single(_hook.Kept));
    }

    [PosixFact]
    public void A_vault_that_cannot_be_asked_is_not_taken_for_an_empty_one()
    {
        Provisioned("site-signing-key", "site-address-key");
        _hook.Fail("az rest --method get", "Forbidden", code: 1);
        Refused("could not list the names of the secrets");
    }

    [PosixFact]
    public void A_group_that_cannot_be_asked_for_is_not_taken_for_a_missing_one()
    {
        _hook.Fail("az group exists", "no network");
        Refused("could not say whether resource group rg-prod exists");
    }

    [PosixFact]
    public void Without_a_subscription_no_key_is_made()
    {
        _hook.Environment.Remove("AZURE_SUBSCRIPTION_ID");
        Refused("AZURE_SUBSCRIPTION_ID is not set");
    }

    [PosixFact]
    public void A_deleted_vault_that_holds_the_name_is_reported()
    {
        _hook.Answer("az keyvault list-deleted", "kv-papers-x");
        Refused("az keyvault purge --name kv-papers-x");
    }

    [PosixFact]
    public void A_region_without_dotnet_10_is_refused()
    {
        _hook.Fail("az functionapp list-flexconsumption-runtimes", "");
        Refused("does not offer Flex Consumption");
    }

    [PosixFact]
    public void A_region_with_older_runtimes_only_is_refused()
    {
        using var old = new HookRun();
        old.Answer("dotnet --list-sdks", "10.0.100 [/sdk]");
        old.Answer("az functionapp list-flexconsumption-runtimes", "8.0", "9.0");
        var finished = old.Run("preprovision");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("does not offer .NET 10", finished.Errors);
    }

    [PosixFact]
    public void A_missing_tool_is_named()
    {
        _hook.Remove("azd");
        Refused("azd is not installed");
    }

    [PosixFact]
    public void Who_is_not_logged_in_is_told_to_log_in()
    {
        _hook.Fail("az account show", "Please run 'az login'");
        Refused("Run az login");
    }

    [PosixFact]
    public void A_provider_that_is_not_registered_gets_registered()
    {
        _hook.Fail("az provider show --subscription sub-1 --namespace Microsoft.EventGrid", "NotRegistered", code: 0);
        Assert.Equal(0, _hook.Run("preprovision").ExitCode);
        var register = Assert.Single(_hook.Calls, call => call.StartsWith("az provider register"));
        Assert.Contains("--namespace Microsoft.EventGrid", register);
    }

    [PosixFact]
    public void A_provider_that_cannot_be_registered_stops_everything()
    {
        _hook.Fail("az provider show", "NotRegistered", code: 0);
        _hook.Fail("az provider register", "AuthorizationFailed");
        Refused("Microsoft.EventGrid could not be registered");
    }

    [PosixFact]
    public void A_budget_begins_this_month_and_keeps_that()
    {
        _hook.Environment.Remove("BUDGET_START");
        _hook.Run("preprovision");
        Assert.Matches("^BUDGET_START=\"[0-9]{4}-[0-9]{2}-01\"$", _hook.Kept[^1]);
    }

    [PosixFact]
    public void A_budget_that_is_there_is_not_given_another_month()
    {
        _hook.Environment.Remove("BUDGET_START");
        Provisioned("site-signing-key", "site-address-key", "mail-api-key");
        _hook.Answer("az rest --method get --url /subscriptions/sub-1/resourceGroups/rg-prod/providers/Microsoft.Consumption/budgets",
            "2025-03-01T00:00:00Z");
        Assert.Equal(0, _hook.Run("preprovision").ExitCode);
        Assert.Equal("BUDGET_START=\"2025-03-01\"", Assert.Single(_hook.Kept));
    }

    [PosixFact]
    public void Without_a_budget_there_is_no_month()
    {
        _hook.Environment.Remove("BUDGET_START");
        _hook.Environment["MONTHLY_BUDGET"] = "0";
        _hook.Run("preprovision");
        Assert.DoesNotContain(_hook.Kept, line => line.StartsWith("BUDGET_START"));
    }

    [PosixTheory]
    [InlineData("SITE_NAME", "The \"best\" papers")]
    [InlineData("MAIL_FROM_NAME", "Papers\\Lab")]
    [InlineData("SITE_POSTAL_ADDRESS", "1 Example Street\nExample Town")]
    public void A_value_that_azd_would_break_on_is_refused_by_name(string name, string value)
    {
        _hook.Environment[name] = value;
        Refused($"{name} has a double quote, a backslash or a line break in it");
    }

    [PosixTheory]
    [InlineData("2.59.0", false)]
    [InlineData("2.9.1", false)]
    [InlineData("2.60.0", true)]
    [InlineData("2.104.0", true)]
    [InlineData("3.0.0", true)]
    public void An_az_without_Flex_Consumption_is_refused(string version, bool taken)
    {
        _hook.Answer("az version", version);
        if (taken)
        {
            Assert.Equal(0, _hook.Run("preprovision").ExitCode);
        }
        else
        {
            Refused($"az {version} is too old");
        }
    }

    [PosixFact]
    public void A_system_topic_that_somebody_else_made_on_the_account_is_reported()
    {
        Provisioned("site-signing-key", "site-address-key");
        _hook.Answer("az eventgrid system-topic list", "stpapers-7c1");
        Refused("already has the Event Grid system topic stpapers-7c1");
    }

    [TerminalFact]
    public void Interrupted_while_it_asks_for_the_key_it_goes_no_further_and_the_terminal_shows_what_is_typed()
    {
        // Ctrl-C at the prompt: the signal comes between the switching off of the echo and the answer.
        _hook.Interrupt("stty -echo");
        var finished = _hook.RunAtTerminal("preprovision");
        Assert.True(finished.ExitCode == 130, finished.ToString());
        Assert.DoesNotContain("Ready to provision", finished.Output);
        Assert.Equal("stty echo", _hook.Calls[^1]);
    }

    [PosixFact]
    public void Killed_while_it_stores_a_key_it_leaves_none_behind()
    {
        _hook.Environment["TMPDIR"] = Directory.CreateTempSubdirectory("tmp").FullName;
        _hook.Interrupt("azd env set", "TERM");
        Assert.NotEqual(0, _hook.Run("preprovision").ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_hook.Environment["TMPDIR"]));
        Assert.All(_hook.Calls.Where(call => call.StartsWith("azd env set")), call => Assert.Equal("azd env set --file /dev/stdin", call));
        Directory.Delete(_hook.Environment["TMPDIR"]);
    }

    [PosixFact]
    public void No_key_is_on_a_command_line_or_on_the_screen()
    {
        var finished = _hook.Run("preprovision");
        string[] values = [.. _hook.Kept.Select(line => line.Split('"')[1])];
        Assert.Equal(2, values.Length);
        Assert.All(values, value =>
        {
            Assert.DoesNotContain(_hook.Calls, call => call.Contains(value));
            Assert.DoesNotContain(value, finished.Output + finished.Errors);
        });
    }

    private void Provisioned(params string[] secrets)
    {
        _hook.Fail("az group exists", "true", code: 0);
        _hook.Answer("az keyvault list --", "/subscriptions/sub-1/vaults/kv");
        _hook.Answer("az rest --method get --url /subscriptions/sub-1/vaults/kv/secrets", secrets);
    }

    private void Refused(string why)
    {
        var finished = _hook.Run("preprovision");
        Assert.True(finished.ExitCode == 1, finished.ToString());
        Assert.Contains(why, finished.Errors);
        Assert.Empty(_hook.Kept);
    }

    private byte[] Key(string name) =>
        Convert.FromBase64String(_hook.Kept.Single(line => line.StartsWith($"{name}=")).Split('"')[1]);
}
