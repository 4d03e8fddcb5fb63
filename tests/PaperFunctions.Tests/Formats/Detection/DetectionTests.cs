using PaperFunctions.Formats;

namespace PaperFunctions.Tests.Formats.Detection;

public class DetectionTests
{
    [Fact]
    public async Task An_empty_file_says_so()
    {
        var reading = await Reading.OfAsync("");
        Assert.False(reading.Quarantined);
        Assert.Contains("empty", Assert.Single(reading.Reasons));
    }

    [Fact]
    public async Task Zero_bytes_and_noise_are_told_as_binary_with_the_place()
    {
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);
        foreach (var bytes in new[] { new byte[4096], noise, [.. "abc"u8, 0, 1, 2] })
        {
            var reading = await Reading.OfAsync(bytes);
            Assert.False(reading.Quarantined);
            var problem = Assert.Single(reading.Receipt.Problems);
            Assert.Contains("binary", problem.Reason);
            Assert.NotNull(problem.Byte);
        }
    }

    [Fact]
    public async Task What_cannot_be_decided_is_quarantined_with_two_guesses()
    {
        var reading = await Reading.OfAsync("Dear all, the picnic is on Friday.\n");
        Assert.True(reading.Quarantined);
        Assert.Empty(reading.Entries);
        Assert.Equal(2, reading.Receipt.Guesses.Count);
        Assert.Contains("could not be decided", Assert.Single(reading.Reasons));
    }

    [Theory]
    [InlineData("digest.txt", "trending-inline")]
    [InlineData("digest.txt", "TRENDING-INLINE")]
    [InlineData("2026/digest.trending-inline.txt", null)]
    public async Task An_override_settles_the_format(string name, string? format)
    {
        var reading = await Reading.OfAsync("Subscribe\nA Title\nIts abstract.\n", name, format);
        Assert.Equal(("trending-inline", 1d), (reading.Receipt.Format, reading.Receipt.Confidence));
        Assert.Equal("A Title", Assert.Single(reading.Titles));
    }

    [Fact]
    public async Task An_unknown_override_is_told_with_the_known_ones()
    {
        var reading = await Reading.OfAsync("A Title\n", format: "papyrus");
        Assert.True(reading.Quarantined);
        Assert.Contains("trending-inline", Assert.Single(reading.Reasons));
    }

    [Fact]
    public async Task A_failing_stream_is_not_taken_for_bad_content()
    {
        await Assert.ThrowsAsync<IOException>(() => Reading.OfAsync(new FailingStream()));
    }

    [Fact]
    public async Task Entries_are_given_once()
    {
        var reading = await DigestReader.OpenAsync(new MemoryStream([65]), new DigestSource("a", Reading.Uploaded));
        await foreach (var _ in reading.EntriesAsync())
        {
        }

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reading.EntriesAsync().GetAsyncEnumerator().MoveNextAsync());
    }

    /// <summary>A good start, then the network goes away.</summary>
    private sealed class FailingStream : MemoryStream
    {
        private readonly byte[] _start = [.. "Get trending papers in your email inbox!\nSubscribeA\nB\n"u8, .. new byte[70_000]];
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(buffer.Length, _start.Length - _at);
            _start.AsMemory(_at, count).CopyTo(buffer);
            _at += count;
            return count > 0 ? new(count) : throw new IOException("The connection was reset.");
        }
    }
}
