namespace PaperFunctions.Flow.Queues;

/// <summary>Some of the people whom an operator imports.</summary>
/// <param name="Version">Of the message's form; this is 1.</param>
/// <param name="Import">Id of the import.</param>
/// <param name="Part">From 0: where its outcome is noted, so that running it twice counts nobody twice.</param>
public sealed record PeopleBatch(int Version, string Import, int Part, ImportOrder Order, IReadOnlyList<ImportedPerson> People)
{
    public const string Queue = "people-imports";

    /// <summary>People of one message.</summary>
    public const int MaxPeople = 100;

    /// <summary>Bytes of JSON for the people of one message: the 48 KB that a Base64 message holds, less the order.</summary>
    public const int MaxBytes = 20_000;
}

/// <summary>How people are to be added.</summary>
/// <param name="Invite">True: each is asked by mail to confirm. False: each gets editions at once and without a mail, because they have
/// agreed.</param>
/// <param name="Consent">Where and when they agreed, in the operator's words.</param>
/// <param name="Topics">For those who bring none.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Zone">IANA; for those who bring none.</param>
public sealed record ImportOrder(bool Invite, string Consent, IReadOnlyList<string> Topics, int Hour, string Zone)
{
    /// <summary>UTF-16 units of a note on consent.</summary>
    public const int MaxConsent = 300;
}

/// <param name="Email">Normalised.</param>
/// <param name="Topics">Null where the order's are meant.</param>
/// <param name="Zone">Null where the order's is meant.</param>
/// <param name="Consent">What the file says of it; null where it says nothing.</param>
public sealed record ImportedPerson(string Email, IReadOnlyList<string>? Topics, string? Zone, string? Consent);
