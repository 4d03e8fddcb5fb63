using Microsoft.AspNetCore.Http;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>Who reads a page.</summary>
/// <param name="Token">Carried from page to page where the reader came by a link; empty if a session says who it is.</param>
/// <param name="MailedAt">When the mail was sent whose link proves it, rounded up to the hour.</param>
public sealed record Reader(Subscriber Subscriber, string Token, DateTimeOffset MailedAt)
{
    /// <summary>How long a mail is proof enough to see the address, to export or to delete: an older one may have been passed on.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromHours(1);

    public bool IsFresh(TimeProvider clock) => clock.GetUtcNow() - MailedAt < FreshFor;
}

/// <summary>The reader of a request, found before its page is made.</summary>
internal static class Readers
{
    /// <returns>Null if nobody is known.</returns>
    public static Reader? Reader(this HttpRequest request) => request.HttpContext.Items[typeof(Reader)] as Reader;

    public static void Set(HttpRequest request, Reader? reader) => request.HttpContext.Items[typeof(Reader)] = reader;
}
