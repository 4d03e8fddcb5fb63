namespace PaperFunctions.Tests.Infra;

/// <summary>What the template makes in the storage account fits together.</summary>
public class StorageTests
{
    private static readonly BicepFile Storage = BicepFile.Named("modules/storage.bicep");

    [Fact]
    public void Every_queue_has_its_poison_queue()
    {
        var queues = Names("queueNames");
        Assert.Equal(9, queues.Length);
        Assert.All(queues.Where(queue => !queue.EndsWith("-poison")), queue => Assert.Contains($"{queue}-poison", queues));
        Assert.Contains("webjobs-blobtrigger-poison", queues);
    }

    [Fact]
    public void Every_name_is_one_that_the_service_takes()
    {
        Assert.All(Names("containerNames").Concat(Names("queueNames")), name => Assert.Matches("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", name));
        Assert.All(Names("tableNames"), name => Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,62}$", name));
    }

    [Fact]
    public void The_outputs_name_the_containers_that_they_say()
    {
        var containers = Names("containerNames");
        Assert.Equal("digests", containers[Index("digestsContainer")]);
        Assert.Equal("digest-reports", containers[Index("reportsContainer")]);
        Assert.Equal("dead-letters", containers[Index("deadLetterContainer")]);
        Assert.Equal("packages", containers[Index("packageContainer")]);
    }

    [Fact]
    public void Events_come_from_the_container_that_the_trigger_reads_and_fail_into_the_one_that_may_be_written()
    {
        var subscription = BicepFile.Named("modules/blob-subscription.bicep");
        Assert.Equal("'digests'", Default("digestsContainer"));
        Assert.Equal("'dead-letters'", Default("deadLetterContainer"));
        Assert.Equal("'OnDigestUploaded'", Default("functionName"));
        var filter = subscription.Tree.All("object_property").Single(property => property.Parts[0].Text == "subjectBeginsWith").Parts[1].Text!;
        Assert.EndsWith("/${digestsContainer}/'", filter);

        string Default(string name) => subscription.Tree.All("parameter_declaration").Single(parameter => parameter.Parts[0].Text == name).Parts[2].Text!;
    }

    [Fact]
    public void Names_made_of_the_token_are_not_too_long()
    {
        // uniqueString gives 13 characters; storage accounts and vaults take 24.
        const string token = "0123456789abc";
        var names = BicepFile.Main.Tree.All("object_property").Where(property => property.Parts[0].Text == "name" && property.Parts[1].Text!.Contains("${token}"))
            .Select(property => property.Parts[1].Text!.Trim('\'').Replace("${token}", token)).ToArray();
        Assert.True(names.Single(name => name.StartsWith("stpapers")).Length <= 24);
        Assert.True(names.Single(name => name.StartsWith("kv-")).Length <= 24);
        Assert.All(names, name => Assert.True(name.Length <= 60, name));
    }

    private static string[] Names(string variable) =>
        [.. Storage.Tree.All("variable_declaration").Single(node => node.Parts[0].Text == variable).Parts[1].Parts.Select(item => item.Literal()!)];

    private static int Index(string output) =>
        int.Parse(Storage.Tree.All("output_declaration").Single(node => node.Parts[0].Text == output).Parts[^1].Part("index")!.Text!);
}
