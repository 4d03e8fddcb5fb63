using Microsoft.AspNetCore.Http;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web;

/// <summary>Reads requests without trusting them.</summary>
internal static class Requests
{
    public static string Query(this HttpRequest request, string name) => request.Query[name].FirstOrDefault() ?? "";

    /// <summary>The token of a request: in its address, or in a form that was posted.</summary>
    public static string Token(this HttpRequest request, IFormCollection? form = null) =>
        form?[FieldNames.Token].FirstOrDefault() ?? request.Query(FieldNames.Token);

    /// <summary>The posted form; null where the body is none, or is torn or too large.</summary>
    public static async Task<IFormCollection?> FormAsync(this HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    public static string Value(this IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";
}
