using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Taste;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web;

/// <summary>Reads requests without trusting them.</summary>
internal static class Requests
{
    // Bytes, read before anything else is known of who asks: a file and the fields beside it.
    private const long MaxForm = ImportFile.MaxBytes + (64 << 10);
    private const int MaxValue = 64 << 10;
    private const int MaxValues = 100;
    private const int MaxAddress = 2_000;

    public static string Query(this HttpRequest request, string name) => request.Query[name].FirstOrDefault() ?? "";

    /// <summary>A value as one clean line, cut to a length.</summary>
    public static string Line(this HttpRequest request, string name, int length = FieldLimits.Query) =>
        CleanText.Line(SignUpForms.Cut(request.Query(name), length)).Trim();

    /// <summary>The page asked for, from 1; 1 where none is, 0 where what is asked for is not a page.</summary>
    public static int Page(this HttpRequest request, int most = 100_000) =>
        request.Query("page") is { Length: > 0 } text ? SignUpForms.Number(text, 1, most) ?? 0 : 1;

    /// <summary>The token of a request: in its address, or in a form that was posted.</summary>
    public static string Token(this HttpRequest request, IFormCollection? form = null) =>
        form?[FieldNames.Token].FirstOrDefault() ?? request.Query(FieldNames.Token);

    /// <summary>Whether an address that a form names is a page of this site, so that no form leads elsewhere.</summary>
    public static bool IsOwnPage(string address) => address.Length <= MaxAddress && address.StartsWith('/')
        && !address.StartsWith("//", StringComparison.Ordinal) && address.All(c => c is > ' ' and < '\u007f' and not '\\');

    /// <summary>The posted form; null if the body is none, or is torn or too large.</summary>
    /// <param name="maxBytes">Of a body with files; by default what a subscriber may bring along.</param>
    public static async Task<IFormCollection?> FormAsync(
        this HttpRequest request, CancellationToken cancellationToken, long maxBytes = MaxForm)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        WorkLimit.Pause(request);
        try
        {
            return await request.ReadFormAsync(
                new FormOptions { ValueCountLimit = MaxValues, ValueLengthLimit = MaxValue, MultipartBodyLengthLimit = maxBytes },
                cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
        finally
        {
            WorkLimit.Resume(request);
        }
    }

    /// <summary>The form that was read before; null if none was, or where it could not be read.</summary>
    public static IFormCollection? PostedForm(this HttpRequest request) => request.HttpContext.Features.Get<IFormFeature>()?.Form;

    public static string Value(this IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";
}
