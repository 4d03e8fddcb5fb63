using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>A vault that cannot be read gives the app the text of the reference instead of the secret.</summary>
public class UnresolvedReferenceTests
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/some-secret/)";

    [Theory]
    [InlineData("AzureWebJobsStorage", Reference)]
    [InlineData("Search:Endpoint", "@Microsoft.AppConfiguration(Endpoint=https://a.azconfig.io; Key=endpoint)")]
    [InlineData("Mail:From", Reference)]
    [InlineData("Site:SigningKey", Reference)]
    [InlineData("Site:PreviousSigningKey", Reference)]
    [InlineData("Site:AddressKey", Reference)]
    [InlineData("Digests:MaxBytes", Reference)]
    public async Task A_reference_that_is_left_is_one_sentence_at_start(string name, string reference)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => SettingsTests.StartAsync(new() { [name] = reference }));
        var sentence = Assert.Single(wrong.Failures);
        Assert.StartsWith($"{name} is missing: its reference was not resolved.", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("@Microsoft", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_mail_key_the_site_runs_says_so_and_asks_the_provider_nothing()
    {
        var options = new LocalOptions
        {
            Port = 0, MailPort = 0, DataFolder = Directory.CreateTempSubdirectory("papers-reference-").FullName, RunTimers = false,
            Settings = new Dictionary<string, string?> { ["Mail:ApiKey"] = Reference },
        };
        await using var stack = await LocalRuntime.StartAsync(options, default);
        using var http = new HttpClient();
        var health = await http.GetStringAsync(new Uri(stack.Addresses.Web + "/health"));
        Assert.Equal("healthy", health); // strangers read it

        // The mail capture would refuse that key with 401: the reason shows that it was not asked.
        var mail = new OutgoingMail("reader@example.org", "Papers", "<p>Papers</p>", "Papers", new Dictionary<string, string>(),
            new Dictionary<string, string>());
        var result = await stack.Services.GetRequiredService<IMailSender>().SendAsync(mail, default);
        Assert.Equal(SendOutcome.NotNow, result.Outcome);
        Assert.StartsWith("Mail:ApiKey is missing: its reference was not resolved.", result.Reason, StringComparison.Ordinal);
    }
}
