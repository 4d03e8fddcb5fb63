namespace PaperFunctions.Tests.Infra;

/// <summary>azd down: nothing is deleted before its question, and nothing is left behind after it.</summary>
public sealed class DownTests : IDisposable
{
    private readonly HookRun _hook = new();

    public void Dispose() => _hook.Dispose();

    [Fact]
    public void Nothing_is_deleted_before_azd_has_asked()
    {
        // azd runs its "pre" hooks first and asks then: whoever answers No must still have everything.
        Assert.DoesNotContain("predown", Yaml.Read(Tools.At("azure.yaml")).Map("hooks").Keys());
        Assert.All(
            Directory.EnumerateFiles(Tools.At("infra", "hooks"), "pre*"),
            hook => Assert.DoesNotMatch("(?m)^[^#\"']* (delete|purge) ", File.ReadAllText(hook)));
    }

    [PosixFact]
    public void Before_anything_is_provisioned_there_is_nothing_to_do()
    {
        _hook.Environment.Remove("AZURE_SUBSCRIPTION_ID");
        Assert.Equal(0, _hook.Run("postdown").ExitCode);
        Assert.Empty(_hook.Calls);
    }

    [PosixFact]
    public void The_deleted_vaults_of_this_environment_are_purged()
    {
        _hook.Answer("az keyvault list-deleted", "kv-1", "kv-2");
        Assert.Equal(0, _hook.Run("postdown").ExitCode);
        Assert.Contains(_hook.Calls, call => call.Contains("properties.tags.paperfunctions=='prod'"));
        Assert.Equal(2, _hook.Calls.Count(call => call.StartsWith("az keyvault purge")));
    }

    [PosixFact]
    public void A_vault_is_kept_for_who_asks_for_it()
    {
        _hook.Environment["KEEP_DELETED_VAULT"] = "true";
        _hook.Answer("az keyvault list-deleted", "kv-1");
        Assert.Equal(0, _hook.Run("postdown").ExitCode);
        Assert.DoesNotContain(_hook.Calls, call => call.Contains("purge"));
    }

    [PosixFact]
    public void A_purge_that_fails_at_first_is_tried_again_and_one_that_never_works_is_told_of()
    {
        _hook.Answer("az keyvault list-deleted", "kv-1");
        _hook.Fail("az keyvault purge", "Conflict", times: 2);
        Assert.Equal(0, _hook.Run("postdown").ExitCode);
        Assert.Equal(3, _hook.Calls.Count(call => call.StartsWith("az keyvault purge")));

        _hook.Fail("az keyvault purge", "(MethodNotAllowed) purge protection");
        var finished = _hook.Run("postdown");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("could not be purged", finished.Errors);
    }
}
