namespace PaperFunctions.Tests.Pages.Mail;

/// <summary>What Outlook on Windows, Outlook elsewhere and Gmail do with what our mails are made of.</summary>
/// <remarks>Facts from caniemail.com as of June 2026, the newest release of each client. <see cref="Support.Partly"/> stands for limits
/// that do not
/// touch how it is used here; each says which.</remarks>
internal static class ClientLimits
{
    /// <summary>Gmail passes over style blocks that are longer, in characters.</summary>
    public const int GmailStyles = 8_192;

    /// <summary>Declarations by their property.</summary>
    public static IReadOnlyDictionary<string, Limit> Properties { get; } = new Dictionary<string, Limit>
    {
        ["background"] = new(Support.Partly, Support.Yes, Support.Yes, "Outlook on Windows takes a colour, and no picture."),
        ["border-color"] = new(Support.Partly, Support.Yes, Support.Yes, "Only on cells."),
        ["border-radius"] = new(Support.No, Support.Yes, Support.Yes, "Corners are square."),
        ["border-top"] = new(Support.Partly, Support.Yes, Support.Yes, "Only on cells."),
        ["color"] = new(Support.Yes, Support.Yes, Support.Yes),
        ["color-scheme"] = new(Support.No, Support.No, Support.No, "Clients darken by their own rules then."),
        ["display"] = new(Support.Partly, Support.Yes, Support.Partly, "Values are in their own list."),
        ["font"] = new(Support.Yes, Support.Yes, Support.Yes),
        ["font-family"] = new(Support.Yes, Support.Yes, Support.Yes),
        ["font-size"] = new(Support.Partly, Support.Yes, Support.Yes, "In pixels."),
        ["font-weight"] = new(Support.Partly, Support.Yes, Support.Yes, "Bold or not."),
        ["line-height"] = new(Support.Partly, Support.Yes, Support.Yes, "Lines stand a little closer or wider."),
        ["margin"] = new(Support.Partly, Support.Partly, Support.Partly, "Not negative, not auto."),
        ["max-height"] = new(Support.No, Support.Yes, Support.Yes, "Only hides the preview, which mso-hide does there."),
        ["max-width"] = new(Support.Partly, Support.Yes, Support.Yes, "A table of fixed width stands around it for Outlook on Windows."),
        ["mso-hide"] = new(Support.Yes, Support.No, Support.No, "Made for Outlook on Windows; others hide by display."),
        ["overflow"] = new(Support.No, Support.Partly, Support.Partly, "Only hides the preview."),
        ["overflow-wrap"] = new(Support.No, Support.No, Support.No, "word-break stands beside it."),
        ["padding"] = new(Support.Partly, Support.Yes, Support.Yes, "Only on cells and paragraphs."),
        ["padding-bottom"] = new(Support.Partly, Support.Yes, Support.Yes, "Only on cells."),
        ["padding-left"] = new(Support.Partly, Support.Yes, Support.Yes, "Only on cells."),
        ["padding-right"] = new(Support.Partly, Support.Yes, Support.Yes, "Only on cells."),
        ["supported-color-schemes"] = new(Support.No, Support.No, Support.No, "For Apple Mail."),
        ["text-align"] = new(Support.Partly, Support.Yes, Support.Partly, "Left."),
        ["text-decoration"] = new(Support.Partly, Support.Yes, Support.Partly, "None, on buttons."),
        ["width"] = new(Support.Partly, Support.Yes, Support.Yes, "All of it, on the body."),
        ["word-break"] = new(Support.Yes, Support.Partly, Support.Partly, "break-word and break-all."),
    };

    /// <summary>Values of <c>display</c>.</summary>
    public static IReadOnlySet<string> Displays { get; } = new HashSet<string> { "none", "inline-block" };

    /// <summary>Elements that both show, or whose text both show without them.</summary>
    public static IReadOnlySet<string> Elements { get; } = new HashSet<string>
    {
        "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "h1", "h2", "p", "a", "strong", "em", "span",
        "bdi", // dropped by both: the text stays
    };
}

internal enum Support
{
    No,
    Partly,
    Yes,
}

/// <param name="Stand">What is used of it, or what stands in for it.</param>
internal sealed record Limit(Support OutlookOnWindows, Support Outlook, Support Gmail, string Stand = "");
