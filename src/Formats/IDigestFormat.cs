using PaperFunctions.Papers;

namespace PaperFunctions.Formats;

/// <summary>One digest format: recognises its own content and reads it into entries.</summary>
/// <remarks>Implementations keep no state between files, never throw on content, and hold no more of the file than one entry
/// where the format can be read as a stream.</remarks>
public interface IDigestFormat
{
    /// <summary>Short name, lower case, as in a file name or a <c>format</c> override: <c>trending-spaced</c>.</summary>
    string Name { get; }

    /// <summary>True where its rules say UTF-8: other bytes are then read as Windows-1252, and the receipt says where they begin.</summary>
    bool IsUtf8 => false;

    /// <summary>True where its content is other digests, as in a mail or an archive. Nothing that its
    /// content resembles then counts.</summary>
    bool IsContainer => false;

    /// <summary>True where it has no marks of its own, but reads what people write by hand. It is tried
    /// where no other format is sure.</summary>
    bool IsLastResort => false;

    /// <summary>How sure it is that the content is in this format, 0 to 1, judged by the start of the file alone.</summary>
    double Recognise(DigestHead head);

    /// <summary>Whether something in the start of the file speaks of papers. A format in whose shape other things come as well
    /// (news in feeds, goods in tables, minutes in Markdown) has to look; without such a sign it is never chosen.</summary>
    bool SpeaksOfPapers(DigestHead head) => true;

    /// <summary>True where only papers come in this format, so that a title is enough for an entry. False where anything may come in it:
    /// each entry then needs a sign of its own, such as an id, authors or an abstract.</summary>
    bool HoldsOnlyPapers => true;

    /// <summary>Reads the whole stream: a date where the content names one, entries in order, problems where they are met.</summary>
    IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken);
}

/// <summary>The start of a file, for recognition.</summary>
/// <param name="Bytes">Up to 64 KiB, as they are.</param>
/// <param name="Text">The same decoded, byte-order mark removed, undecodable bytes replaced.</param>
/// <param name="IsWhole">True where the file is no longer than this.</param>
public sealed record DigestHead(ReadOnlyMemory<byte> Bytes, string Text, bool IsWhole);

/// <summary>Where a digest comes from.</summary>
/// <param name="Name">Blob or file name.</param>
/// <param name="UploadedAt">Resolves dates that lack a year.</param>
/// <param name="FormatOverride">Name of the format where somebody has settled it; else null.</param>
public record DigestSource(string Name, DateTimeOffset UploadedAt, string? FormatOverride = null);

/// <summary>What a format yields while it reads.</summary>
public abstract record DigestItem
{
    private DigestItem()
    {
    }

    /// <summary>The date that the content names for itself.</summary>
    public sealed record Dated(DateOnly Date) : DigestItem;

    public sealed record Found(Entry Entry) : DigestItem
    {
        /// <summary>A format inside a container has judged the entry; see <see cref="Doubt"/>.</summary>
        internal bool IsJudged { get; init; }

        /// <summary>Why that format does not take the entry for a paper; null where it does.</summary>
        internal string? Doubt { get; init; }
    }

    public sealed record Trouble(Problem Problem) : DigestItem;

    /// <summary>Content that became neither a paper nor a field of one, on purpose: columns of unknown names, headings of sections.
    /// It is told in the receipt.</summary>
    public sealed record Passed(LeftOut What) : DigestItem
    {
        /// <summary>Columns or properties whose names mean nothing to the format.</summary>
        public static Passed Columns(IReadOnlyList<string> names) => new(new LeftOut("columns that are not used", names.Count, names));

        /// <summary>Headings over papers, which are no papers themselves.</summary>
        public static Passed Headings(IReadOnlyList<string> names) => new(new LeftOut("headings taken as sections", names.Count, names));

        /// <summary>What has the place of an entry but nothing of a paper: a greeting, a menu, an advertisement.</summary>
        public static Passed Entries(IReadOnlyList<string> names) =>
            new(new LeftOut("entries without any sign of a paper", names.Count, names));
    }

    /// <summary>A container found content of its own and judged it; without a format it could not.</summary>
    internal sealed record Inside(string? Format, IReadOnlyList<FormatGuess> Guesses) : DigestItem;
}
