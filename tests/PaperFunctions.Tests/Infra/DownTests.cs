namespace PaperFunctions.Tests.Infra;

/// <summary>infra/hooks/predown.sh and postdown.sh: azd down leaves nothing, and stops nobody.</summary>
public sealed class DownTests : IDisposable
{
    private readonly HookRun hook = new();

    public void Dispose() => hook.Dispose();

    [PosixFact]
    public void What_outlives_a_group_is_removed_first()
    {
        Provisioned();
        Assert.Equal(0, hook.Run("predown").ExitCode);
        string[] removed = [.. hook.Calls.Where(call => call.Contains(" delete"))];
        Assert.Equal(4, removed.Length);
        Assert.Contains(removed, call => call.Contains("--name digest-uploaded") && call.Contains("--system-topic-name topic"));
        Assert.Contains(removed, call => call.Contains("storageAccounts/account/queueServices/default --name queue-writes"));
        Assert.Contains(removed, call => call.Contains("systemTopics/topic --name delivery-failures"));
        Assert.Contains(removed, call => call.Contains("--budget-name none"));
    }

    [PosixFact]
    public void The_names_that_are_removed_are_those_that_the_templates_make()
    {
        string[] made = [.. from file in BicepFile.All
                            from resource in file.Resources()
                            let type = resource.Parts[1].Literal()!.Split('@')[0]
                            where type.EndsWith("/eventSubscriptions") || type.EndsWith("/diagnosticSettings")
                            select resource.Body()!.Property("name")!.Literal()!];
        Provisioned();
        hook.Run("predown");
        Assert.Equal(3, made.Length);
        Assert.All(made, name => Assert.Contains(hook.Calls, call => call.Contains($"--name {name}")));
    }

    [PosixFact]
    public void What_is_already_gone_stops_nothing()
    {
        Provisioned();
        hook.Fail("az eventgrid", "ResourceNotFound", code: 3);
        hook.Fail("az consumption", "(404)", code: 1);
        var finished = hook.Run("predown");
        Assert.Equal(0, finished.ExitCode);
        Assert.Contains("not there: event subscription", finished.Output);
    }

    [PosixFact]
    public void Before_anything_is_provisioned_there_is_nothing_to_do()
    {
        Assert.Equal(0, hook.Run("predown").ExitCode);
        Assert.Empty(hook.Calls);
    }

    [PosixFact]
    public void The_deleted_vaults_of_this_environment_are_purged()
    {
        hook.Answer("az keyvault list-deleted", "kv-1", "kv-2");
        Assert.Equal(0, hook.Run("postdown").ExitCode);
        Assert.Contains(hook.Calls, call => call.Contains("properties.tags.paperfunctions=='prod'"));
        Assert.Equal(2, hook.Calls.Count(call => call.StartsWith("az keyvault purge")));
    }

    [PosixFact]
    public void A_vault_is_kept_for_who_asks_for_it()
    {
        hook.Environment["KEEP_DELETED_VAULT"] = "true";
        hook.Answer("az keyvault list-deleted", "kv-1");
        Assert.Equal(0, hook.Run("postdown").ExitCode);
        Assert.DoesNotContain(hook.Calls, call => call.Contains("purge"));
    }

    [PosixFact]
    public void A_purge_that_fails_at_first_is_tried_again_and_one_that_never_works_is_told_of()
    {
        hook.Answer("az keyvault list-deleted", "kv-1");
        hook.Fail("az keyvault purge", "Conflict", times: 2);
        Assert.Equal(0, hook.Run("postdown").ExitCode);
        Assert.Equal(3, hook.Calls.Count(call => call.StartsWith("az keyvault purge")));

        hook.Fail("az keyvault purge", "(MethodNotAllowed) purge protection");
        var finished = hook.Run("postdown");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("could not be purged", finished.Errors);
    }

    private void Provisioned()
    {
        hook.Environment["AZURE_RESOURCE_GROUP"] = "rg-prod";
        hook.Environment["AZURE_SYSTEM_TOPIC_NAME"] = "topic";
        hook.Environment["AZURE_STORAGE_ACCOUNT_NAME"] = "account";
        hook.Answer("az group exists", "true");
    }
}
