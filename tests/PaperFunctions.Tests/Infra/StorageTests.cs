using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Infra;

/// <summary>What the template makes in the storage account fits together, and can be restored.</summary>
public class StorageTests
{
    private static readonly BicepFile Storage = BicepFile.Named("modules/storage.bicep");

    [Fact]
    public void Every_queue_has_its_poison_queue()
    {
        var queues = Storage.Strings("queueNames");
        Assert.All(queues.Where(queue => !queue.EndsWith("-poison")), queue => Assert.Contains($"{queue}-poison", queues));
        Assert.Contains("webjobs-blobtrigger-poison", queues);
    }

    [Fact]
    public void Every_name_is_one_that_the_service_takes()
    {
        Assert.All(Storage.Strings("containerNames")
            .Concat(Storage.Strings("queueNames")), name => Assert.Matches("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", name));
        Assert.All(Storage.Strings("tableNames"), name => Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,62}$", name));
    }

    [Theory]
    [InlineData("digestsContainer", "digests")]
    [InlineData("reportsContainer", "digest-reports")]
    [InlineData("deadLetterContainer", "dead-letters")]
    [InlineData("packageContainer", "packages")]
    public void The_outputs_name_the_containers_that_they_say(string output, string container)
    {
        var index = Regex.Match(Storage.Text, $@"(?m)^output {output} string = containerNames\[(\d)\]$").Groups[1].Value;
        Assert.Equal(container, Storage.Strings("containerNames")[int.Parse(index)]);
    }

    [Fact]
    public void Events_come_from_the_container_that_the_trigger_reads_and_fail_into_the_one_that_may_be_written()
    {
        var text = BicepFile.Named("modules/blob-subscription.bicep").Text;
        Assert.Contains("param digestsContainer string = 'digests'\n", text);
        Assert.Contains("param deadLetterContainer string = 'dead-letters'\n", text);
        Assert.Contains("param functionName string = 'OnDigestUploaded'\n", text);
        Assert.Contains("subjectBeginsWith: '/blobServices/default/containers/${digestsContainer}/'\n", text);
    }

    [Fact]
    public void What_is_deleted_or_overwritten_can_be_restored_for_a_while_and_then_goes()
    {
        var blobs = Storage.One("blobs").Body;
        Assert.Matches(@"containerDeleteRetentionPolicy: \{\s+enabled: true\s+days: blobRetentionDays", blobs);
        Assert.Matches(@" deleteRetentionPolicy: \{\s+enabled: true\s+days: blobRetentionDays", blobs);
        Assert.Contains("isVersioningEnabled: true", blobs);
        Assert.Contains("version: { delete: { daysAfterCreationGreaterThan: blobRetentionDays } }", Storage.One("lifecycle").Body);
    }

    [Fact]
    public void Backups_have_a_container_of_their_own_and_expire()
    {
        Assert.Contains("backups", Storage.Strings("containerNames"));
        Assert.Matches(
            @"prefixMatch: \['backups/'\].*\s+actions: \{ baseBlob: \{ delete: \{ daysAfterModificationGreaterThan: backupRetentionDays",
            Storage.One("lifecycle").Body);
    }

    [Fact]
    public void Firewall_rules_for_search_exist_only_behind_the_private_network() =>
        // Otherwise the app, which calls from addresses that nobody knows, would be locked out.
        Assert.StartsWith("privateNetwork ? ", BicepFile.Named("modules/search.bicep").One("service").Value("ipRules"));

    [Fact]
    public void Names_made_of_the_token_are_not_too_long()
    {
        // uniqueString gives 13 characters; storage accounts and vaults take 24.
        var names = Regex.Matches(BicepFile.Main.Text, @"'([a-z-]+\$\{token\})'")
            .Select(match => match.Groups[1].Value.Replace("${token}", "0123456789abc")).ToArray();
        Assert.True(names.Single(name => name.StartsWith("stpapers")).Length <= 24);
        Assert.True(names.Single(name => name.StartsWith("kv-")).Length <= 24);
        Assert.All(names, name => Assert.True(name.Length <= 60, name));
    }
}
