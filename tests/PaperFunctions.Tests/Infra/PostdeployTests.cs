namespace PaperFunctions.Tests.Infra;

/// <summary>infra/hooks/postdeploy.sh: what is late is waited for, what never comes is named.</summary>
public sealed class PostdeployTests : IDisposable
{
    private const string List = "az functionapp function list";
    private const string Key = "az functionapp keys list";
    private const string Subscribe = "az deployment group create";
    private const string Sync = "az rest --method post";
    private const string Health = "curl --fail";
    private readonly HookRun _hook = new();

    public PostdeployTests()
    {
        foreach (var name in (string[])["AZURE_RESOURCE_GROUP", "AZURE_FUNCTION_APP_NAME", "AZURE_STORAGE_ACCOUNT_NAME",
            "AZURE_SYSTEM_TOPIC_NAME"])
        {
            _hook.Environment[name] = name.ToLowerInvariant();
        }
        _hook.Environment["SERVICE_FUNCTIONS_URI"] = "https://app.test";
        _hook.Environment["PAPERFUNCTIONS_URL"] = "https://papers.test";
        _hook.Answer(List, "app/OnDigestUploaded", "app/OnReadAgain", "app/OnDigestStored", "app/OnHour", "app/OnSources", "app/OnLookUps",
            "app/OnEditionsDue", "app/OnNight", "app/OnSignUp", "app/OnSignIn", "app/OnPeopleImport", "app/Health", "app/Landing");
        _hook.Answer(Key, "56");
    }

    public void Dispose() => _hook.Dispose();

    [PosixFact]
    public void When_all_is_there_each_step_is_done_once_and_the_addresses_are_shown()
    {
        var finished = _hook.Run("postdeploy");
        Assert.True(finished.ExitCode == 0, finished.ToString());
        Assert.Equal([1, 1, 1, 0, 1], Counts());
        Assert.Contains("https://papers.test", finished.Output);
        Assert.Contains("--container-name digests", finished.Output);
        Assert.Contains(_hook.Calls, call => call.EndsWith("https://app.test/health"));
    }

    [PosixFact]
    public void The_subscription_is_made_for_this_app_topic_and_account()
    {
        _hook.Run("postdeploy");
        var call = Assert.Single(_hook.Calls, call => call.StartsWith(Subscribe));
        Assert.Contains(
            "functionAppName=azure_function_app_name systemTopicName=azure_system_topic_name storageName=azure_storage_account_name", call);
        var parameters = BicepFile.Named("modules/blob-subscription.bicep").Parameters;
        string[] passed = [.. call.Split(' ').Where(word => word.Contains('=')).Select(word => word.Split('=')[0])];
        Assert.Equal(parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name).Order(), passed.Order());
        var template = call.Split(' ').SkipWhile(word => word != "--template-file").ElementAt(1);
        Assert.True(File.Exists(template), template);
    }

    [PosixFact]
    public void A_key_that_is_not_there_right_after_publishing_is_waited_for()
    {
        _hook.Fail(Key, "0", times: 2, code: 0);
        _hook.Fail(Key, "Operation returned an invalid status 'Bad Request'", times: 2);
        Assert.Equal(0, _hook.Run("postdeploy").ExitCode);
        Assert.Equal([1, 5, 1, 0, 1], Counts());
    }

    [PosixFact]
    public void A_403_until_roles_have_spread_is_waited_out()
    {
        _hook.Fail(Subscribe, "(Forbidden) 403", times: 3);
        Assert.Equal(0, _hook.Run("postdeploy").ExitCode);
        Assert.Equal([1, 1, 4, 0, 1], Counts());
    }

    [PosixFact]
    public void Functions_that_stay_unlisted_are_asked_for_once_more_after_the_triggers_were_read_again()
    {
        _hook.Fail(List, "app/OnHour", times: 12, code: 0);
        var finished = _hook.Run("postdeploy");
        Assert.True(finished.ExitCode == 0, finished.ToString());
        Assert.Equal([13, 1, 1, 1, 1], Counts());
    }

    [PosixFact]
    public void Functions_that_never_come_stop_the_hook_before_events_are_sent_to_them()
    {
        _hook.Fail(List, "app/OnHour", code: 0);
        var finished = _hook.Run("postdeploy");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("does not list its functions", finished.Errors);
        Assert.Contains("OnDigestUploaded is not listed", finished.Errors);
        Assert.Equal([30, 0, 0, 1, 0], Counts());
    }

    [PosixFact]
    public void A_key_that_never_comes_stops_the_hook()
    {
        _hook.Fail(Key, "", code: 0);
        var finished = _hook.Run("postdeploy");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("azd hooks run postdeploy", finished.Errors);
        Assert.Equal([1, 30, 0, 0, 0], Counts());
    }

    [PosixFact]
    public void A_site_that_wakes_slowly_is_waited_for()
    {
        _hook.Fail(Health, "curl: (22) 503", times: 4, code: 22);
        Assert.Equal(0, _hook.Run("postdeploy").ExitCode);
        Assert.Equal([1, 1, 1, 0, 5], Counts());
    }

    [PosixFact]
    public void A_site_that_does_not_answer_fails_the_deployment()
    {
        _hook.Fail(Health, "curl: (22) The requested URL returned error: 500", code: 22);
        var finished = _hook.Run("postdeploy");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("https://app.test/health does not answer 200", finished.Errors);
        Assert.Contains("error: 500", finished.Errors);
    }

    [PosixFact]
    public void Outside_a_provisioned_environment_it_says_so()
    {
        _hook.Environment.Remove("AZURE_RESOURCE_GROUP");
        var finished = _hook.Run("postdeploy");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("AZURE_RESOURCE_GROUP is not set", finished.Errors);
        Assert.Empty(_hook.Calls);
    }

    private int[] Counts() =>
        [.. ((string[])[List, Key, Subscribe, Sync, Health]).Select(start => _hook.Calls.Count(call => call.StartsWith(start)))];
}
