namespace PaperFunctions.Papers;

/// <summary>How far the reading of a digest has come: a run that is cut short goes on here.</summary>
/// <param name="Entries">Entries from the start of the file that are stored.</param>
/// <param name="NewPapers">Papers among them that this digest brought first.</param>
/// <param name="At">When this was noted, UTC.</param>
/// <param name="Reader">The build that read them: another one may make other entries of the same content.</param>
public sealed record ReadingProgress(int Entries, int NewPapers, DateTimeOffset At, string Reader);
