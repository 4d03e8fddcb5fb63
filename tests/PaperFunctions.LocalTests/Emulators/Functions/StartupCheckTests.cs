using PaperFunctions.Emulators.Functions.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Emulators.Functions;
using PaperFunctions.LocalTests.Emulators.Functions.Samples;

namespace PaperFunctions.LocalTests.Emulators.Functions;

public sealed class StartupCheckTests
{
    [Theory]
    [InlineData(typeof(Wrong.TwinOne), "The function name 'Twin' is used by")]
    [InlineData(typeof(Wrong.NoTrigger), "has 0 parameters with a trigger attribute, but must have exactly one.")]
    [InlineData(typeof(Wrong.NotPublic), "must be a public method of a public class")]
    [InlineData(typeof(Wrong.BadName), "Function '1st'")]
    [InlineData(typeof(Wrong.ReturnsText), "returns String, which Azure would answer with an empty 200: return IActionResult or IResult")]
    [InlineData(typeof(Wrong.ReturnsNumber), "returns Int32, which nothing would receive: return Task.")]
    [InlineData(typeof(Wrong.TakesContext), "'HttpContext context', which cannot be bound here: known are HttpRequest")]
    [InlineData(typeof(Wrong.UnknownRouteValue), "'String name', which cannot be bound here: known are HttpRequest")]
    [InlineData(typeof(Wrong.BlobAsPoco), "'BinaryData blob', which cannot be bound here: known are the blob as BlobClient")]
    [InlineData(typeof(Wrong.MissingSetting), "the setting 'Nowhere', named in '%Nowhere%', is not set.")]
    [InlineData(typeof(Wrong.BadSchedule),
        "The schedule '0 0 25 * * *' cannot be read: 25 is higher than the maximum allowable value for the [Hour] field.")]
    [InlineData(typeof(Wrong.BadContainer), "the blob path 'Digests/{name}' must begin with a container name")]
    [InlineData(typeof(Wrong.BadQueue), "'a_b' is not a queue name")]
    [InlineData(typeof(Wrong.BadRoute), "has the route '/a/{b', which is not one")]
    [InlineData(typeof(Wrong.SameRoute), "answers GET /Same, but so does 'SameRoute1'.")]
    [InlineData(typeof(Wrong.MissingService), "needs IFormatProvider 'culture', which is not among the app's services.")]
    public void A_function_that_would_not_work_is_refused_in_one_sentence(Type function, string sentence)
    {
        var problem = Assert.Single(Problems([function]));
        Assert.Contains(sentence, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void All_problems_are_reported_at_once() =>
        Assert.Equal(3, Problems([typeof(Wrong.ReturnsText), typeof(Wrong.BadQueue), typeof(Wrong.MissingSetting)]).Count);

    [Fact]
    public void A_host_without_storage_is_reported_once_however_many_functions_need_it() => Assert.Equal(
        ["The setting 'AzureWebJobsStorage' with the storage connection string is not set."],
        Assert.Throws<FunctionsHostException>(() =>
            FunctionsHost.Create([typeof(ReadDrops), typeof(TakeMessages)], Services(""), new Setup().Options)).Problems);

    [Fact]
    public void A_function_above_the_anonymous_level_needs_a_key() =>
        Assert.Contains("asks for the level Function, but no key is configured", Assert.Single(Problems([typeof(PageSamples)])),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""", "batchSize is 33, but must be 1 to 32.")]
    [InlineData("""{ "extensions": { "queues": { "maxDequeueCount": 0 } } }""", "maxDequeueCount and")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "soon" } } }""", "soon")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "hex" } } }""",
        "messageEncoding is 'hex', but must be base64 or none.")]
    [InlineData("""{ "extensions": { "blobs": { "maxDegreeOfParallelism": 0 } } }""", "maxDegreeOfParallelism is 0")]
    [InlineData("{ nonsense", "host")]
    public void A_wrong_host_json_is_refused_with_its_path_and_the_setting(string json, string sentence)
    {
        var setup = new Setup { HostJson = json };
        var problem = Assert.Single(Problems([typeof(TakeMessages)], setup.Options));
        Assert.StartsWith(setup.Options.HostJson + ": ", problem, StringComparison.Ordinal);
        Assert.Contains(sentence, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_host_json_is_reported_by_its_path() =>
        Assert.StartsWith("nowhere.json: ",
            Assert.Single(Problems([typeof(TakeMessages)], new FunctionsHostOptions { HostJson = "nowhere.json" })),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_storage_account_that_does_not_answer_is_reported_by_its_address()
    {
        // Port 1 on this machine: nothing listens there.
        var dead = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;";
        await using var host = FunctionsHost.Create([typeof(TakeMessages)], Services(dead), new Setup().Options);
        var error = await Assert.ThrowsAsync<FunctionsHostException>(() => host.StartAsync());
        Assert.StartsWith("The storage account at http://127.0.0.1:1 does not answer: ", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Problems(Type[] functions, FunctionsHostOptions? options = null)
    {
        options ??= new Setup().Options with { FunctionKey = null };
        return Assert.Throws<FunctionsHostException>(() =>
            FunctionsHost.Create(functions, Services("UseDevelopmentStorage=true"), options)).Problems;
    }

    private static IServiceProvider Services(string storage)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Setup().Settings(storage));
        builder.Services.AddSingleton<Recorder>();
        FunctionsHost.AddServices(builder.Services);
        return builder.Build().Services;
    }
}
