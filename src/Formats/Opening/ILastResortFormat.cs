namespace PaperFunctions.Formats.Opening;

/// <summary>A format without marks of its own: it reads what people write by hand, where nothing else fits.</summary>
internal interface ILastResortFormat : ISharedShape;
