using PaperFunctions.Emulators.Functions.Binding;

namespace PaperFunctions.LocalTests.Emulators.Functions;

public sealed class BlobPatternTests
{
    [Theory]
    [InlineData("digests/{name}", "2026/a.txt", "name=2026/a.txt")]
    [InlineData("digests", "a.txt", "name=a.txt")]
    [InlineData("digests/{name}.{ext}", "a.b.txt", "name=a.b, ext=txt")]
    [InlineData("digests/in/{day}/{name}", "in/1/2/3", "day=1/2, name=3")]
    [InlineData("digests/in/{name}", "out/a", null)]
    [InlineData("digests/in/{name}", "sub/in/a", null)]
    [InlineData("digests/a+b.txt", "a+b.txt", "")]
    [InlineData("digests/a+b.txt", "aab.txt", null)]
    [InlineData("digests/{name}", "line\nbreak", "name=line\nbreak")]
    public void A_name_is_taken_apart_as_the_Azure_host_does(string path, string blob, string? parts)
    {
        var match = BlobPattern.TryParse(path, out _)!.Match(blob);
        Assert.Equal(parts, match is null ? null : string.Join(", ", match.Select(part => $"{part.Key}={part.Value}")));
    }

    [Theory]
    [InlineData("digests/in/{name}", "in/")]
    [InlineData("digests/{name}", "")]
    public void What_all_names_begin_with_is_asked_of_the_service(string path, string prefix) =>
        Assert.Equal(prefix, BlobPattern.TryParse(path, out _)!.Prefix);

    [Theory]
    [InlineData("Digests/{name}", "must begin with a container name")]
    [InlineData("di/{name}", "must begin with a container name")]
    [InlineData("digests/", "needs a name after the container")]
    [InlineData("digests/{na me}", "needs a name after the container")]
    [InlineData("digests/{name", "needs a name after the container")]
    [InlineData("digests/{name}/{Name}", "names a part twice")]
    public void A_path_that_is_none_is_refused_with_its_reason(string path, string reason)
    {
        Assert.Null(BlobPattern.TryParse(path, out var problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }
}
