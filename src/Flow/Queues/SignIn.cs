namespace PaperFunctions.Flow.Queues;

/// <summary>Somebody asks for a link to sign in. Handled behind a queue, as <see cref="SignUp"/> is and for the same reason.</summary>
/// <param name="Version">Of the message's form; this is 1.</param>
/// <param name="Email">Normalised.</param>
/// <param name="Tries">How often it was put off after a failure.</param>
public sealed record SignIn(int Version, string Email, int Tries = 0)
{
    public const string Queue = "sign-ins";
}
