namespace PaperFunctions.Flow.Queues;

/// <summary>Somebody asks for mail. Handled behind a queue, so that the answer to the form takes as long for a known address as for a new
/// one.</summary>
/// <param name="Version">Of the message's form; this is 1.</param>
/// <param name="Email">Normalised.</param>
/// <param name="Weekly">One edition a week, on the weekday of the confirmation, instead of one a day.</param>
/// <param name="Papers">Papers an edition, 1 to 50.</param>
/// <param name="Tries">How often it was put off after a failure.</param>
public sealed record SignUp(
    int Version, string Email, IReadOnlyList<string> Topics, int Hour, string Zone, bool Weekly, int Papers, int Tries = 0)
{
    public const string Queue = "sign-ups";
}
