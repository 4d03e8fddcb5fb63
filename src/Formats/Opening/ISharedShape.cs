namespace PaperFunctions.Formats.Opening;

/// <summary>A format in whose shape other things come as well: news in feeds, goods in tables, minutes in Markdown. It is only sure
/// where something speaks of papers.</summary>
internal interface ISharedShape : IDigestFormat
{
    /// <summary>Whether something in the start of the content does.</summary>
    bool SpeaksOfPapers(DigestHead head) => PaperSigns.In(head);
}
