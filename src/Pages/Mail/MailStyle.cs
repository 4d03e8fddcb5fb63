namespace PaperFunctions.Pages.Mail;

/// <summary>Colours and inline styles of mail. Mail clients drop much of a style sheet, so what must hold stands inline;
/// the style block only adds dark mode and phones.</summary>
public static class MailStyle
{
    /// <param name="Page">Around the card.</param>
    /// <param name="Card">Behind the text.</param>
    /// <param name="Ink">Text.</param>
    /// <param name="Soft">Lesser text.</param>
    /// <param name="Link">Links and buttons.</param>
    /// <param name="OnLink">Text on a button.</param>
    /// <param name="Line">Rules between parts; carries no meaning.</param>
    /// <param name="Tint">Behind the reason.</param>
    public sealed record Palette(string Page, string Card, string Ink, string Soft, string Link, string OnLink, string Line, string Tint);

    public static Palette Light { get; } = new("#f2f1ec", "#ffffff", "#1d2126", "#575e66", "#0a55b5", "#ffffff", "#dcdad2", "#f6f4ec");

    public static Palette Dark { get; } = new("#121417", "#1c1f24", "#e9e7e1", "#aab1b9", "#8fbcff", "#0d1a2b", "#363b43", "#262b32");

    public const string Sans = "-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif";

    public const string Serif = "Charter,Georgia,Times New Roman,serif";

    public static string Body { get; } = $"margin:0;padding:0;width:100%;background:{Light.Page}";

    /// <summary>A word longer than the screen is broken: it would widen the mail of a phone.</summary>
    private const string Breaks = "overflow-wrap:anywhere;word-break:break-word";

    public static string Cell { get; } =
        $"{Breaks};padding:22px 28px;border-top:1px solid {Light.Line};color:{Light.Ink};font:16px/1.5 {Sans}";

    public static string Foot { get; } = $"{Breaks};padding:22px 28px;color:{Light.Soft};font:14px/1.6 {Sans}";

    public static string Link { get; } = $"color:{Light.Link}";

    /// <summary>A link beside others: it moves to the next line whole, and with the line's height of 2 it is large enough to be hit (WCAG
    /// 2.2, 2.5.8).</summary>
    public static string Action { get; } = $"{Link};display:inline-block";

    public static string Soft { get; } = $"margin:0 0 8px;color:{Light.Soft};font-size:14px";

    public static string Why { get; } = $"margin:0 0 8px;padding:6px 10px;background:{Light.Tint};font-size:14px";

    /// <summary>The padding is the cell's: Outlook on Windows gives links none.</summary>
    public static string Button { get; } = $"padding:12px 22px;background:{Light.Link};border-radius:6px";

    public static string ButtonLink { get; } = $"color:{Light.OnLink};font-weight:bold;text-decoration:none";

    /// <summary>The style block: phones, and dark mode for clients that follow the system.</summary>
    public static string Sheet { get; } =
        ":root{color-scheme:light dark;supported-color-schemes:light dark}"
        + "@media (max-width:480px){.c{padding-left:18px!important;padding-right:18px!important}}"
        + "@media (prefers-color-scheme:dark){" + DarkRules("") + "}";

    /// <summary>Dark mode of Outlook on the web, which marks what it darkens. A block of its own: clients that don't know such
    /// selectors may drop a whole block for one.</summary>
    public static string OutlookSheet { get; } = DarkRules("[data-ogsc] ");

    private static string DarkRules(string under) =>
        $"{under}.b{{background:{Dark.Page}!important}}"
        + $"{under}.k{{background:{Dark.Card}!important}}"
        + $"{under}.c{{color:{Dark.Ink}!important;border-color:{Dark.Line}!important}}"
        + $"{under}.s{{color:{Dark.Soft}!important}}"
        + $"{under}.w{{background:{Dark.Tint}!important}}"
        + $"{under}a{{color:{Dark.Link}!important}}"
        + $"{under}.g{{background:{Dark.Link}!important}}"
        + $"{under}.g a{{color:{Dark.OnLink}!important}}";
}
