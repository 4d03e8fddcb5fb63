namespace PaperFunctions.Formats.Mail;

/// <summary>A page that a browser saved with all that belongs to it (MHTML, RFC 2557); its HTML is read by the other formats.</summary>
public sealed class SavedPage : IDigestFormat
{
    public string Name => "mhtml";

    public bool IsContainer => true;

    public double Recognise(DigestHead head) => MailMessage.Sure(head, out var page) && page ? 0.98 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        MailMessage.ReadMimeAsync(content, source, cancellationToken);
}
