namespace PaperFunctions.Formats.Opening;

/// <summary>A format in whose shape other things come as well: news in feeds, goods in tables, minutes in Markdown. It is only sure
/// where <see cref="PaperSigns"/> are.</summary>
internal interface ISharedShape : IDigestFormat;
