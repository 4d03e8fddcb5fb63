namespace SendGrid;

/// <summary>The two kinds of a mail's content.</summary>
public class MimeType
{
    public static readonly string Html = "text/html";

    public static readonly string Text = "text/plain";
}
