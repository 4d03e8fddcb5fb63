namespace PaperFunctions.Pages.Web;

/// <summary>Names of form fields, shared by the pages and by what reads the posted forms.</summary>
public static class FieldNames
{
    public const string Token = "t";
    public const string Email = "email";

    /// <summary>One topic a line.</summary>
    public const string Topics = "topics";

    /// <summary>One author a line.</summary>
    public const string Authors = "authors";

    /// <summary>One phrase a line, where wanted with "until yyyy-MM-dd" at the end; see <see cref="InterestLines"/>.</summary>
    public const string Muted = "muted";

    /// <summary>0 to 23.</summary>
    public const string Hour = "hour";

    /// <summary>IANA time zone.</summary>
    public const string Zone = "zone";

    /// <summary><c>daily</c> or <c>weekly</c>.</summary>
    public const string Cadence = "cadence";

    /// <summary>Sign-up: papers an edition, 1 to 50.</summary>
    public const string Size = "size";

    /// <summary>Preferences: <c>papers</c> or <c>minutes</c>, the one of the next two that rules.</summary>
    public const string SizeIn = "sizeIn";
    public const string Papers = "papers";
    public const string Minutes = "minutes";

    /// <summary>One value a checked day: <c>Monday</c>.</summary>
    public const string Days = "days";

    /// <summary>Present where checked.</summary>
    public const string Exploration = "exploration";

    /// <summary><c>yyyy-MM-dd</c> or empty.</summary>
    public const string PausedUntil = "pausedUntil";

    /// <summary>What a form on the preferences or admin page asks for; see <see cref="Actions"/>.</summary>
    public const string Action = "do";

    /// <summary>A paper id, or in "why not" also a title.</summary>
    public const string Paper = "paper";

    /// <summary>A term of the taste card.</summary>
    public const string Phrase = "phrase";

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public const string Until = "until";
    public const string File = "file";

    /// <summary>Present where the person has ticked that they are sure.</summary>
    public const string Sure = "sure";

    /// <summary>1, -1, or 0 to take a vote back.</summary>
    public const string Value = "v";

    /// <summary>Where to go on after a vote: a page of this site, with the paper's place on it.</summary>
    public const string Back = "back";

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public const string Day = "day";

    /// <summary>Key of an edition.</summary>
    public const string Edition = "edition";

    /// <summary>Function key on the operator's pages.</summary>
    public const string Key = "code";

    /// <summary>What to retry or to decide: a digest's id, what was shown of it (<c>Digest.SeenAs</c>), or a queue's name.</summary>
    public const string Target = "target";

    /// <summary>Name of a digest format.</summary>
    public const string Format = "format";

    /// <summary>Import: <c>invite</c> or <c>silent</c>.</summary>
    public const string How = "how";

    /// <summary>Import: where and when people agreed to get mail.</summary>
    public const string Consent = "consent";
}

/// <summary>Values of <see cref="FieldNames.Action"/>.</summary>
public static class Actions
{
    public const string Save = "save";
    public const string Forget = "forget";
    public const string Mute = "mute";
    public const string Unmute = "unmute";
    public const string Import = "import";
    public const string Delete = "delete";
    public const string EndLinks = "end-links";
    public const string RetryDigest = "digest";
    public const string RetryPoison = "poison";
    public const string ReadAs = "read-as";
    public const string Accept = "accept";
    public const string Refuse = "refuse";
    public const string Add = "add";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Resend = "resend";
    public const string Fetch = "fetch";
    public const string Drop = "drop";
}

/// <summary>Longest values of form fields, in UTF-16 units.</summary>
public static class FieldLimits
{
    /// <summary>RFC 5321, section 4.5.3.1.3: a path of 256 octets, less the angle brackets.</summary>
    public const int Email = 254;
    public const int Lines = 4_000;

    /// <summary>Interests of one kind, as lines: 100 of 120, each with an end such as " until 2030-12-31" and a line break of
    /// two.</summary>
    public const int Interests = 14_000;
    public const int Zone = 64;
    public const int Query = 300;
    public const int Phrase = 120;
}
