using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web;

/// <summary>The addresses of the pages, relative to the host.</summary>
public static class Addresses
{
    public const string Home = "/";
    public const string Subscribe = "/subscribe";
    public const string Confirm = "/confirm";
    public const string Preferences = "/preferences";
    public const string TasteFile = "/taste.json";
    public const string Unsubscribe = "/unsubscribe";
    public const string Vote = "/vote";
    public const string Welcome = "/welcome";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Privacy = "/privacy";
    public const string Search = "/search";
    public const string Suggest = "/suggest";
    public const string Topics = "/topics";
    public const string Digests = "/digests";
    public const string Deliveries = "/deliveries";
    public const string Feed = "/feed.xml";

    /// <summary>A reader's own feed.</summary>
    public const string Picks = "/picks.xml";
    public const string Export = "/export";

    // The Functions host keeps every address that starts with "admin" for itself.
    public const string OperatorByKey = "/operation";

    /// <summary>The same page behind a login instead of a key.</summary>
    public const string Operator = "/operator";
    public const string Styles = "/site.css";
    public const string Script = "/site.js";

    public static string Paper(PaperId id) => "/papers/" + Uri.EscapeDataString(id.Value);

    /// <param name="format">See <see cref="Exports.ExportFormat.Name"/>.</param>
    public static string PaperAs(PaperId id, string format) => $"{Paper(id)}/{format}";

    public static string Digest(string id, int page = 1) =>
        With(Digests + "/" + Uri.EscapeDataString(id), ("page", page > 1 ? page.ToString() : null));

    /// <summary>The archive from the digest on that follows this one.</summary>
    public static string DigestsAfter(string id) => With(Digests, ("after", id));

    /// <summary>The address with these query values; those that are null or empty are left out.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        var parts = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => q.Name + "=" + Uri.EscapeDataString(q.Value!)).ToList();
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);
    }
}
