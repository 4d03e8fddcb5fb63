namespace PaperFunctions.Formats.Opening;

/// <summary>A format whose content is other digests.</summary>
internal interface IContainerFormat : IDigestFormat;
