#nullable disable // as the package has it

namespace SendGrid.Helpers.Mail;

public partial class SendGridMessage
{
    /// <summary>To the personalization at the index, which may be the next one; or to the one that is given, which is added.</summary>
    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null)
    {
        ArgumentNullException.ThrowIfNull(email);
        var target = Target(personalizationIndex, personalization);
        target.Tos ??= [];
        target.Tos.Add(email);
    }

    public void SetSubject(string subject, int personalizationIndex = 0, Personalization personalization = null) =>
        Target(personalizationIndex, personalization).Subject = subject;

    public void AddHeader(string headerKey, string headerValue, int personalizationIndex = 0, Personalization personalization = null) =>
        AddHeaders(new() { [headerKey] = headerValue }, personalizationIndex, personalization);

    /// <exception cref="ArgumentException">A header is there with another value.</exception>
    public void AddHeaders(Dictionary<string, string> headers, int personalizationIndex = 0, Personalization personalization = null)
    {
        var target = Target(personalizationIndex, personalization);
        target.Headers = Union(target.Headers, headers);
    }

    public void AddCustomArg(string customArgKey, string customArgValue, int personalizationIndex = 0,
        Personalization personalization = null) =>
        AddCustomArgs(new() { [customArgKey] = customArgValue }, personalizationIndex, personalization);

    /// <summary>Custom arguments come back with every event of the mail.</summary>
    /// <exception cref="ArgumentException">An argument is there with another value.</exception>
    public void AddCustomArgs(Dictionary<string, string> customArgs, int personalizationIndex = 0, Personalization personalization = null)
    {
        var target = Target(personalizationIndex, personalization);
        target.CustomArgs = Union(target.CustomArgs, customArgs);
    }

    private static Dictionary<string, string> Union(Dictionary<string, string> there, Dictionary<string, string> more) =>
        there is null ? more : there.Union(more).ToDictionary(pair => pair.Key, pair => pair.Value);

    private Personalization Target(int index, Personalization given)
    {
        if (given is null && Personalizations is null)
            index = 0; // as the package has it: the first is made whatever the index
        Personalizations ??= [];
        if (index > Personalizations.Count && given is null)
            throw new ArgumentException($"There are {Personalizations.Count} personalizations; {index} is not the next.", nameof(index));
        if (given is not null || index == Personalizations.Count)
            Personalizations.Add(given ?? new Personalization());
        return given ?? Personalizations[index];
    }
}
