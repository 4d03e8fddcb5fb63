using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Pages;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>The Functions app's own services, started with settings as an operator may leave them.</summary>
public class SettingsTests
{
    private const string Storage =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";

    [Fact]
    public async Task Settings_that_are_right_start() => await StartAsync(new());

    [Theory]
    [InlineData("AzureWebJobsStorage", null,
        "No storage: set AzureWebJobsStorage to a connection string, or AzureWebJobsStorage__blobServiceUri")]
    [InlineData("AzureWebJobsStorage", "AccountName=x", "The connection string in AzureWebJobsStorage cannot be read")]
    [InlineData("Search:Endpoint", null, "Search:Endpoint is missing")]
    [InlineData("Search:Endpoint", "somewhere", "Search:Endpoint must be an absolute https address")]
    [InlineData("Search:Endpoint", "http://search.example.org", "Search:Endpoint must be an absolute https address")]
    [InlineData("Search:IndexName", "My Papers", "Search:IndexName must be")]
    [InlineData("Mail:ApiKey", null, "Mail:ApiKey is missing")]
    [InlineData("Mail:From", "nobody", "Mail:From must be a mail address")]
    [InlineData("Mail:TimeoutSeconds", "0", "Mail:TimeoutSeconds must be between 1 and 300")]
    [InlineData("Site:BaseUrl", null, "Site:BaseUrl is missing")]
    [InlineData("Site:BaseUrl", "ftp://papers.example.org", "Site:BaseUrl must be an absolute http or https address")]
    [InlineData("Site:SigningKey", null, "Site:SigningKey is missing")]
    [InlineData("Site:SigningKey", "c2hvcnQ=", "Site:SigningKey is too short")]
    [InlineData("Site:PreviousSigningKey", "c2hvcnQ=", "Site:PreviousSigningKey is too short")]
    [InlineData("Site:AddressKey", "not base64!", "Site:AddressKey must be Base64")]
    [InlineData("Digests:MaxBytes", "much", "at 'Digests:MaxBytes' to type 'System.Int64'")]
    [InlineData("Digests:MaxBytes", "0", "Digests:MaxBytes must be at least 1 byte")]
    [InlineData("Editions:MinimumChance", "7", "Editions:MinimumChance must be between 0 and 1")]
    [InlineData("Nightly:ArrivalDays", "1", "Nightly:ArrivalDays must be between 31 and 3650")]
    public async Task A_setting_that_is_missing_or_wrong_is_one_sentence_at_start(string name, string? value, string sentence)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new() { [name] = value }));
        Assert.Contains(wrong.Failures, f => f.Contains(sentence, StringComparison.Ordinal) && f.EndsWith('.')
            && !f.Contains('\n', StringComparison.Ordinal));
        if (value is { Length: > 3 } && name.EndsWith("Key", StringComparison.Ordinal))
        {
            Assert.DoesNotContain(value, wrong.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_faults_are_told_at_once_each_in_its_own_words_on_one_line()
    {
        var wrong = await Assert.ThrowsAsync<AggregateException>(() => StartAsync(new()
        {
            ["AzureWebJobsStorage"] = "AccountName=x", ["Mail:From"] = null, ["Mail:TimeoutSeconds"] = "0", ["Site:BaseUrl"] = null,
            ["Search:Endpoint"] = null,
        }));
        var faults = SettingFaults.Of(wrong)!;
        string[] starts =
        [
            "The connection string in AzureWebJobsStorage", "Mail:From is missing: set", "Mail:TimeoutSeconds must be",
            "Site:BaseUrl is missing", "Search:Endpoint is missing",
        ];
        Assert.All(starts, start => Assert.Single(faults, fault => fault.StartsWith(start, StringComparison.Ordinal)));
        Assert.Equal(starts.Length, faults.Count);
        Assert.Null(SettingFaults.Of(new AggregateException(wrong, new IOException("The disk is full."))));
        Assert.Matches("^(Error: [^\\n]+[.] ?){5}$", SettingFaults.ErrorLine(faults));
    }

    [Fact]
    public async Task A_local_run_with_a_wrong_setting_says_so_and_leaves_nothing_running()
    {
        var folder = Directory.CreateTempSubdirectory("papers-settings-").FullName;
        var options = new LocalOptions
        {
            Port = 0, MailPort = 0, DataFolder = folder, RunTimers = false,
            Settings = new Dictionary<string, string?> { ["Editions:LookBackDays"] = "99" },
        };
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => LocalRuntime.StartAsync(options, default));
        Assert.Contains("Editions:LookBackDays must be between 1 and 31.", Assert.Single(wrong.Failures), StringComparison.Ordinal);

        // The folder is free again: a right start takes it.
        await using var right = await LocalRuntime.StartAsync(options with { Settings = new Dictionary<string, string?>() }, default);
    }

    internal static async Task StartAsync(Dictionary<string, string?> changes)
    {
        var addresses = new LocalAddresses("http://127.0.0.1:7071", "http://127.0.0.1:7072", "http://127.0.0.1:7073", Storage);
        var key = Convert.ToBase64String(new byte[32]);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(LocalSettings.For(addresses, new LocalSecrets(key, key, "function", key, key)))
            .AddInMemoryCollection(changes);
        builder.Services.AddPaperFunctions().AddPages();
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
    }
}
