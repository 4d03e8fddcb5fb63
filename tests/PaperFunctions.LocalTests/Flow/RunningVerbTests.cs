using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>The verbs against a running <c>up</c>, as processes.</summary>
public sealed class RunningVerbTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task The_main_job_by_verbs()
    {
        Assert.Equal(["mail", "search", "sources", "storage", "web"], product.Ready.EnumerateObject().Select(p => p.Name).Order());
        var file = Path.Combine(product.Folder, "verbs.txt");
        await File.WriteAllBytesAsync(file, MemoryFlow.Page("Sponge Reefs by Verbs", "Tea by Verbs"));

        var drop = await Verb.RunAsync("drop", file, "--json", "--port", product.Port);
        Assert.Equal((0, ""), (drop.ExitCode, drop.Error));
        var dropped = JsonDocument.Parse(Assert.Single(drop.Lines)).RootElement;
        Assert.Equal(("verbs.txt", 2, "Indexed"),
            (dropped.GetProperty("name").GetString(), dropped.GetProperty("entries").GetInt32(), dropped.GetProperty("state").GetString()));

        var again = await Verb.RunAsync("drop", file, "--port", product.Port);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("verbs.txt: Indexed, trending-inline, 2 entries, 2 new papers", again.Output, StringComparison.Ordinal);

        var search = await Verb.RunAsync("search", "sponge", "reefs", "--json", "--port", product.Port);
        Assert.Equal(0, search.ExitCode);
        Assert.Equal("Sponge Reefs by Verbs", JsonDocument.Parse(Assert.Single(search.Lines)).RootElement.GetProperty("title").GetString());
        var shown = await Verb.RunAsync("search", "sponge", "--port", product.Port);
        Assert.Contains("1 of 1 papers", shown.Output, StringComparison.Ordinal);
        await MailByVerbsAsync();

        var status = await Verb.RunAsync("status", "--json", "--port", product.Port);
        var told = JsonDocument.Parse(Assert.Single(status.Lines)).RootElement;
        Assert.Equal((2, 1, 1),
            (told.GetProperty("searchDocuments").GetInt32(), told.GetProperty("subscribers").GetInt32(), told.GetProperty("digests")
                .GetArrayLength()));
        Assert.Contains("verbs.txt", (await Verb.RunAsync("status", "--port", product.Port)).Output, StringComparison.Ordinal);
        await ManyByVerbsAsync();
    }

    [Fact]
    public async Task A_second_up_on_the_same_port_says_one_sentence()
    {
        using var folder = new TemporaryFolder();
        var second = (await Verb.RunAsync("up", "--json", "--port", product.Port, "--mail-port", "0", "--data", folder.Path)).Speaks();
        Assert.Equal((1, ""), (second.ExitCode, second.Output));
        Assert.Contains("choose another with --port", Assert.Single(second.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_up_on_the_same_folder_says_one_sentence()
    {
        var second = (await Verb.RunAsync("up", "--json", "--port", "0", "--mail-port", "0", "--data", product.Folder)).Speaks();
        Assert.Equal((1, ""), (second.ExitCode, second.Output));
        Assert.Single(second.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("search", "kelp")]
    [InlineData("send")]
    public async Task Without_a_running_product_a_verb_says_how_to_start_it(params string[] verb)
    {
        var alone = (await Verb.RunAsync([.. verb, "--port", "1"])).Speaks();
        Assert.Equal((1, ""), (alone.ExitCode, alone.Output));
        Assert.Contains(
            "No PaperFunctions answers on port 1: start it with 'dotnet run --project src/Local -- --port 1'", alone.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_it_and_leaves_no_child()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "first-start"), "");
        using var up = Verb.Start("up", "--json", "--port", "0", "--mail-port", "0", "--data", folder.Path);
        var error = up.StandardError.ReadToEndAsync();
        Assert.NotNull(await up.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)));
        var children = ChildrenOf(up.Id);
        Assert.NotEmpty(children);

        Process.Start("kill", ["-INT", $"{up.Id}"]).WaitForExit();
        await up.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, up.ExitCode);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is left"));
    }

    /// <summary>A folder and a pattern stand for their files.</summary>
    private async Task ManyByVerbsAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(product.Folder, "many"));
        var name = $"a-{new string('n', 150)}.txt";
        foreach (var file in (string[])[name, "b.txt", ".hidden", "c.md"])
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), MemoryFlow.Page($"Tea of {file[..2]}"));
        }

        var all = (await Verb.RunAsync("drop", folder.FullName, "--port", product.Port)).Speaks();
        Assert.Equal((0, ""), (all.ExitCode, all.Error)); // nobody looks at a progress line in a log
        Assert.Equal([name, "b.txt", "c.md"], all.Lines.Where(l => !l.StartsWith(' ')).Select(l => l[..l.IndexOf(':')]));
        var some = await Verb.RunAsync("drop", Path.Combine(folder.FullName, "*.txt"), "--json", "--port", product.Port);
        Assert.Equal(2, some.Lines.Length);
        var none = (await Verb.RunAsync("drop", Path.Combine(folder.FullName, "*.pdf"), "--port", product.Port)).Speaks();
        Assert.Equal((2, $"{Path.Combine(folder.FullName, "*.pdf")}: there is no such file."), (none.ExitCode, none.Error.Trim()));

        var status = (await Verb.RunAsync("status", "--port", product.Port)).Output;
        Assert.Contains($"{name}  Indexed", status, StringComparison.Ordinal); // in one piece, wider than any terminal
        Assert.DoesNotContain('\u001B', status);
    }

    private async Task MailByVerbsAsync()
    {
        var nobody = (await Verb.RunAsync("send", "--to", "nobody@example.org", "--port", product.Port)).Speaks();
        Assert.Equal(1, nobody.ExitCode);
        Assert.Contains("nobody@example.org is not subscribed", nobody.Error, StringComparison.Ordinal);

        var running = await new HttpClient().GetFromJsonAsync<JsonElement>(new Uri(product.Web, "/local/product"));
        await using var services = Local.Runtime.LocalServices.Connect(
            running.GetProperty("addresses").Deserialize<Local.Runtime.LocalAddresses>(JsonSerializerOptions.Web)!,
            running.GetProperty("secrets").Deserialize<Local.Runtime.LocalSecrets>(JsonSerializerOptions.Web)!);
        var reader = await Local.Runtime.FirstStart.EnrolAsync(services, "reader@example.org", ["sponge reefs"], default);

        var dry = await Verb.RunAsync("send", "--dry-run", "--json", "--port", product.Port);
        Assert.Equal(0, dry.ExitCode);
        Assert.Contains("Sponge Reefs by Verbs", JsonDocument.Parse(Assert.Single(dry.Lines)).RootElement.GetProperty("text")
            .GetString(), StringComparison.Ordinal);
        Assert.Empty(await MailAsync());

        var send = await Verb.RunAsync("send", "--to", "Reader@Example.org", "--json", "--port", product.Port);
        Assert.Equal((0, ""), (send.ExitCode, send.Error));
        Assert.Equal("Sent", JsonDocument.Parse(Assert.Single(send.Lines)).RootElement.GetProperty("state").GetString());
        Assert.Equal("reader@example.org", Assert.Single(await MailAsync()).To);

        var nothing = await Verb.RunAsync("send", "--port", product.Port);
        Assert.Equal(0, nothing.ExitCode);
        Assert.Contains("reader@example.org: Skipped. No new papers came in since the last edition.", nothing.Output, StringComparison.Ordinal);
        Assert.Single(await MailAsync());
        Assert.Equal(
            [DeliveryState.Skipped, DeliveryState.Sent],
            await services.GetRequiredService<IDeliveryTable>().ListAsync(reader.Id, default).Select(d => d.State).ToListAsync());
    }

    private async Task<List<ReceivedMail>> MailAsync() =>
        (await new HttpClient().GetFromJsonAsync<List<ReceivedMail>>($"{product.Ready.GetProperty("mail").GetString()}/messages"))!;

    private static List<int> ChildrenOf(int parent) =>
        [.. Directory.GetDirectories("/proc").Select(d => Path.GetFileName(d)).Where(n => n.All(char.IsAsciiDigit)).Select(int.Parse)
            .Where(id => ParentOf(id) == parent)];

    private static int ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0]);
        }
        catch (IOException)
        {
            return 0; // it has ended
        }
    }
}
