using Azure.Storage.Queues;
using PaperFunctions.Azure.Queues;
using PaperFunctions.Flow.Queues;
using PaperFunctions.LocalTests.Flow.Parts;

namespace PaperFunctions.LocalTests.Telemetry;

/// <summary>The flow's own queue names on the shared emulator, where nothing else uses them.</summary>
public sealed class QueueAgeTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly QueueServiceClient _service = new(azurite.ConnectionString);
    private readonly OffsetClock _clock = new();

    private QueueClient Poison => _service.GetQueueClient("digests-stored-poison");

    [Fact]
    public async Task Each_queue_and_poison_queue_tells_the_age_of_its_oldest_message_and_keeps_it()
    {
        await Poison.CreateIfNotExistsAsync();
        await Poison.SendMessageAsync("older");
        _clock.Advance(TimeSpan.FromHours(1));
        await Poison.SendMessageAsync("newer");
        var ages = await AgesAsync();
        Assert.Equal(
            [
                "digests-again", "digests-again-poison", "digests-stored", "digests-stored-poison", "editions-due", "editions-due-poison",
                "people-imports", "people-imports-poison", "sign-ins", "sign-ins-poison", "sign-ups", "sign-ups-poison",
                "webjobs-blobtrigger-poison",
            ],
            ages.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(ages["digests-stored-poison"], TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(90));
        Assert.Equal(2, (await Poison.PeekMessagesAsync(32)).Value.Length);
    }

    [Fact]
    public async Task An_empty_queue_and_one_that_was_never_made_have_no_age()
    {
        await Poison.CreateIfNotExistsAsync();
        var ages = await AgesAsync();
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (ages["digests-stored-poison"], ages["sign-ups-poison"]));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Poison.DeleteIfExistsAsync();

    private async Task<Dictionary<string, TimeSpan>> AgesAsync() =>
        (await new QueueAges(_service, _clock).ReadAsync(default)).ToDictionary((QueueAge age) => age.Queue, age => age.Oldest);
}
