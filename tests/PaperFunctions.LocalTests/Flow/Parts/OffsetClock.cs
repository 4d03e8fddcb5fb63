namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>The machine's clock, moved ahead by the test.</summary>
public sealed class OffsetClock : TimeProvider
{
    private TimeSpan _offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _offset;

    public void Advance(TimeSpan by) => _offset += by;
}
