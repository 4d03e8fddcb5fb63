using System.Text;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats;

/// <summary>Everything that a format yields for a text.</summary>
internal sealed record Read(IReadOnlyList<Entry> Entries, IReadOnlyList<Problem> Problems, DateOnly? Date)
{
    public IEnumerable<Paper> Papers => Entries.Select(entry => entry.Paper);

    public static Task<Read> As<T>(string text)
        where T : IDigestFormat, new() => As<T>(Encoding.UTF8.GetBytes(text));

    public static async Task<Read> As<T>(byte[] bytes)
        where T : IDigestFormat, new()
    {
        var items = new List<DigestItem>();
        await foreach (var item in new T().ReadAsync(new MemoryStream(bytes), new("x.txt", default), default))
        {
            items.Add(item);
        }

        return new(
            [.. items.OfType<DigestItem.Found>().Select(i => i.Entry)],
            [.. items.OfType<DigestItem.ProblemFound>().Select(i => i.Problem)],
            items.OfType<DigestItem.Dated>().FirstOrDefault()?.Date);
    }

    public static async Task<Paper> OneAs<T>(string text)
        where T : IDigestFormat, new() => Assert.Single((await As<T>(text)).Entries).Paper;

    /// <summary>A file of tests/samples.</summary>
    public static byte[] Bytes(string sample) => File.ReadAllBytes(Path.Combine(Samples.Folder, sample));

    public static double Confidence<T>(string text)
        where T : IDigestFormat, new() => new T().Recognise(Head(text));

    public static DigestHead Head(string text) => new(Encoding.UTF8.GetBytes(text), text, true);
}
