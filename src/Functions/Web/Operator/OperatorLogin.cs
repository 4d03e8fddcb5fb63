using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>Lets in whom the platform's built-in authentication has logged in with Entra and the settings name.</summary>
public sealed class OperatorLogin(WebPages pages, IOptions<OperatorOptions> options, PlatformLogin platform, AuditLog audit)
{
    /// <summary>Where built-in authentication sends people to log in with Entra.</summary>
    private const string LoginAddress = "/.auth/login/aad?post_login_redirect_uri=" + Addresses.Operator;

    /// <returns>Null if the request may go on, else the answer to it.</returns>
    public async Task<IActionResult?> RefuseAsync(HttpRequest request)
    {
        var allowed = options.Value.ToIds();
        if (!platform.IsOn || allowed.Count == 0)
        {
            audit.LoginRefused(request, "logins are not set up");
            return await pages.NotFoundAsync(request, "page");
        }

        var isForm = HttpMethods.IsPost(request.Method);
        if (OperatorPrincipal.IdOf(request) is not { } id)
        {
            audit.LoginRefused(request, "nobody is logged in");
            return isForm ? HttpResults.Text(request, "Log in first.", StatusCodes.Status401Unauthorized)
                : new RedirectResult(LoginAddress);
        }

        AuditLog.LetIn(request, id);
        // The login is a cookie, which the browser sends along with forms of other sites too.
        return !allowed.Contains(id) ? Forbidden(request, id, "This account may not open the operator's page.")
            : isForm && request.Headers["Sec-Fetch-Site"] != "same-origin"
                ? Forbidden(request, id, "This form was not sent from the operator's page.")
            : null;
    }

    private ContentResult Forbidden(HttpRequest request, string id, string why)
    {
        audit.LoginRefused(request, $"{id}: {why}");
        return HttpResults.Text(request, why, StatusCodes.Status403Forbidden);
    }
}
