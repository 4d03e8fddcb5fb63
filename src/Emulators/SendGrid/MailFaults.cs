namespace PaperFunctions.Emulators.SendGrid;

/// <summary>How a call to mail/send goes wrong.</summary>
public enum MailFaultKind
{
    /// <summary>Answers with <see cref="MailFault.Status"/> and keeps nothing.</summary>
    Status,

    /// <summary>Accepts the mail, then never answers: the caller runs into its time-out.</summary>
    SilentAfterAccept,

    /// <summary>Accepts the mail, then cuts the connection.</summary>
    CutAfterAccept,

    /// <summary>Cuts the connection and keeps nothing.</summary>
    CutBeforeAccept,
}

/// <summary>A fault that the next calls meet.</summary>
/// <param name="Times">How many calls, one after the other.</param>
/// <param name="Status">Of <see cref="MailFaultKind.Status"/>: 429 or 500 to 599.</param>
public sealed record MailFault(MailFaultKind Kind, int Times = 1, int Status = 429);

/// <summary>Planned faults, met in the order in which they were planned.</summary>
public sealed class MailFaults
{
    private readonly Lock _lock = new();
    private readonly Queue<MailFault> _planned = new();

    /// <summary>Calls that are still to fail.</summary>
    public int Left
    {
        get
        {
            lock (_lock)
            {
                return _planned.Count;
            }
        }
    }

    /// <exception cref="ArgumentException">The status is none that SendGrid gives for its own faults, or the count is not
    /// positive.</exception>
    public void Plan(MailFault fault)
    {
        if (fault.Times < 1 || (fault.Kind == MailFaultKind.Status && fault.Status is not (429 or (>= 500 and <= 599))))
        {
            throw new ArgumentException("A fault needs a positive count and, as status, 429 or 500 to 599.", nameof(fault));
        }

        lock (_lock)
        {
            for (var i = 0; i < fault.Times; i++)
            {
                _planned.Enqueue(fault);
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _planned.Clear();
        }
    }

    internal MailFault? Next()
    {
        lock (_lock)
        {
            return _planned.TryDequeue(out var fault) ? fault : null;
        }
    }
}
