using PaperFunctions.Formats.Containers;
using PaperFunctions.Formats.Mail;
using PaperFunctions.Formats.Trending;

namespace PaperFunctions.Formats;

/// <summary>Every format that is tried, in the order that settles ties.</summary>
internal static class FormatRegistry
{
    public static IReadOnlyList<IDigestFormat> All { get; } =
    [
        new TrendingInline(),
        new TrendingSpaced(),
        new Gzip(),
        new Zip(),
        new MailMessage(),
        new SavedPage(),
    ];

    public static IDigestFormat? Find(string name) =>
        All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
