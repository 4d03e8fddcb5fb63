namespace PaperFunctions.Formats.Opening;

/// <summary>A format that is UTF-8 by its rules; other bytes are read as Windows-1252, and the reader tells where they begin.</summary>
internal interface IUtf8Format : IDigestFormat;
