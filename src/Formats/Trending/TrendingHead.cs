using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Trending;

/// <summary>The lines above the first title: promotion, "Subscribe" (perhaps glued to the title), byline, date.</summary>
internal sealed class TrendingHead(DateTimeOffset uploadedAt, bool mayBeSpaced)
{
    public const string Promotion = "Get trending papers in your email inbox";

    public const string Subscribe = "Subscribe";

    /// <summary>The byline may be one line above the date.</summary>
    private const int LinesAfterSubscribe = 2;

    private int _linesLeft = LinesAfterSubscribe;

    public bool Subscribed { get; private set; }

    /// <summary>The next line belongs to the papers.</summary>
    public bool Done { get; private set; }

    /// <summary>A blank line was among those of the head.</summary>
    public bool Spaced { get; private set; }

    public DateOnly? Date { get; private set; }

    /// <summary>What of the line belongs to the papers; empty for lines of the head.</summary>
    public string Read(string line)
    {
        if (line.Length == 0)
        {
            Spaced |= mayBeSpaced;
            return line;
        }

        return Subscribed ? AfterSubscribe(line) : BeforeSubscribe(line);
    }

    private string BeforeSubscribe(string line)
    {
        if (!line.StartsWith(Subscribe, StringComparison.Ordinal))
        {
            return "";
        }

        Subscribed = true;
        var title = line[Subscribe.Length..].TrimStart();
        Done = title.Length > 0;
        return title;
    }

    private string AfterSubscribe(string line)
    {
        if (_linesLeft-- > 0 && IsByline(line))
        {
            return "";
        }

        Done = true;
        if (ShortDate.Read(line, uploadedAt) is not { } date)
        {
            return line;
        }

        Date = date;
        return "";
    }

    public static bool IsByline(ReadOnlySpan<char> line) =>
        line.StartsWith("byAK") || line.StartsWith("by AK");
}
