using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure;
using PaperFunctions.Azure.Queues;
using PaperFunctions.Azure.Tables;

namespace PaperFunctions.Tests.Infra;

/// <summary>local.settings.sample.json is what docs/core-tools.md has people copy.</summary>
public class SampleSettingsTests
{
    private const string File = "local.settings.sample.json";

    private static readonly JsonElement Sample = JsonDocument.Parse(Tools.Text("src", "Functions", File)).RootElement;

    private static readonly Dictionary<string, string?> Values =
        Sample.GetProperty("Values").EnumerateObject()
        .ToDictionary(value => value.Name.Replace("__", ":"), value => value.Value.GetString());

    [Fact]
    public void Each_setting_is_one_that_is_read() =>
        Assert.Empty(Values.Keys.Except(["FUNCTIONS_WORKER_RUNTIME"]).Except(SettingsRead.ByOptions).Except(SettingsRead.ByTriggers));

    [Fact]
    public void Every_setting_that_triggers_name_is_there() => Assert.Subset(Values.Keys.ToHashSet(), SettingsRead.ByTriggers.ToHashSet());

    [Fact]
    public void It_holds_no_secret() => Assert.All(Values.Where(value => value.Key.EndsWith("Key")), key => Assert.Equal("", key.Value));

    [Fact]
    public void With_the_keys_filled_in_the_app_starts_and_without_it_names_each()
    {
        Assert.Equal(["Mail:ApiKey", "Site:AddressKey", "Site:SigningKey"], Missing(Values).Order());
        var key = Convert.ToBase64String(new byte[32]);
        Assert.Empty(Missing(new(Values) { ["Mail:ApiKey"] = "SG.none", ["Site:SigningKey"] = key, ["Site:AddressKey"] = key }));
    }

    [Fact]
    public void The_page_that_tells_of_it_names_it() => Assert.Contains($"src/Functions/{File}", Tools.Text("docs", "core-tools.md"));

    [Theory]
    [InlineData("docs/core-tools.md")]
    [InlineData(".github/host-smoke-test.sh")]
    public void Who_makes_the_storage_by_hand_makes_all_of_it(string file)
    {
        var text = Tools.Text(file);
        Assert.Contains($"in {string.Join(' ', TableNames.All)}; do az storage table create", text);
        Assert.All(StorageSetup.Containers.Concat(FlowQueues.All), name => Assert.Contains(name, text));
    }

    /// <summary>The settings that a start complains of.</summary>
    private static string[] Missing(Dictionary<string, string?> values)
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values)
            .Build());
        using var provider = services.AddPaperFunctions().BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException)
        {
            var wrong = e is AggregateException all
                ? all.InnerExceptions.Cast<OptionsValidationException>()
                : [(OptionsValidationException)e];
            return [.. wrong.SelectMany(one => one.Failures).Select(sentence => sentence.Split(" is ")[0].Split(' ')[^1]).Distinct()];
        }
    }
}
