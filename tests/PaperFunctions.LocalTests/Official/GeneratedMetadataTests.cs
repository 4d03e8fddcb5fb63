using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Azure;
using PaperFunctions.Functions;
using PaperFunctions.Emulators.Functions.Discovery;
using PaperFunctions.Pages;

namespace PaperFunctions.LocalTests.Official;

/// <summary>
/// What the worker's SDK wrote about the functions, as it compiled them, is what Local finds by their attributes. Compiled with the
/// official packages only.
/// </summary>
public sealed class GeneratedMetadataTests
{
    private static readonly string[] Found = [.. Catalog().Select(Line).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task The_provider_that_Azure_asks_lists_what_Local_runs()
    {
        var type = typeof(WebServices).Assembly.GetType("PaperFunctions.Functions.GeneratedFunctionMetadataProvider", throwOnError: true)!;
        var provider = (IFunctionMetadataProvider)Activator.CreateInstance(type)!;
        var functions = await provider.GetFunctionMetadataAsync("");
        Assert.Equal(Found, functions.Select(one => Line(one.Name!, one.EntryPoint!, one.RawBindings!.Select(Parse)))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_file_that_is_deployed_lists_the_same()
    {
        var file = Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "functions.metadata")));
        Assert.Equal(Found, file.EnumerateArray()
            .Select(one => Line(Text(one, "name"), Text(one, "entryPoint"), one.GetProperty("bindings").EnumerateArray()))
            .Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<FunctionEntry> Catalog()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddPaperFunctions().AddPages().AddWeb();
        using var provider = services.BuildServiceProvider();
        var problems = new List<string>();
        var functions = FunctionCatalog.Read(typeof(WebServices).Assembly.GetTypes(),
            provider.GetRequiredService<IServiceProviderIsService>(), problems);
        Assert.Empty(problems);
        return functions;
    }

    private static string Line(FunctionEntry function) =>
        string.Join(" | ", function.Name, $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}", function.Trigger switch
    {
        BlobTriggerAttribute blob => $"blobTrigger {function.TriggerParameter.Name} {blob.BlobPath} {blob.Source} {blob.Connection}",
        QueueTriggerAttribute queue => $"queueTrigger {function.TriggerParameter.Name} {queue.QueueName} {queue.Connection}",
        TimerTriggerAttribute timer => $"timerTrigger {function.TriggerParameter.Name} {timer.Schedule}",
        HttpTriggerAttribute http =>
            $"httpTrigger {function.TriggerParameter.Name} {http.AuthLevel} {string.Join(',', http.Methods!)} {http.Route}",
        var other => throw new InvalidOperationException($"{other.GetType()} is not expected in the app."),
    });

    private static string Line(string name, string entryPoint, IEnumerable<JsonElement> bindings)
    {
        var trigger = bindings.Single(binding => Text(binding, "type").EndsWith("Trigger", StringComparison.Ordinal));
        var (type, parameter) = (Text(trigger, "type"), Text(trigger, "name"));
        return string.Join(" | ", name, entryPoint, type switch
        {
            "blobTrigger" => $"{type} {parameter} {Text(trigger, "path")} {Text(trigger, "source")} {Text(trigger, "connection")}",
            "queueTrigger" => $"{type} {parameter} {Text(trigger, "queueName")} {Text(trigger, "connection")}",
            "timerTrigger" => $"{type} {parameter} {Text(trigger, "schedule")}",
            _ => $"{type} {parameter} {Text(trigger, "authLevel")} "
                + $"{string.Join(',', trigger.GetProperty("methods").EnumerateArray().Select(verb => verb.GetString()))} "
                + $"{Text(trigger, "route")}",
        });
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
