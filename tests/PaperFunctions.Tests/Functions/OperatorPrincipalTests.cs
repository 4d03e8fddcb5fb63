using System.Text;
using Microsoft.AspNetCore.Http;
using PaperFunctions.Functions.Web.Operator;

namespace PaperFunctions.Tests.Functions;

public class OperatorPrincipalTests
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Theory]
    [InlineData("http://schemas.microsoft.com/identity/claims/objectidentifier")]
    [InlineData("oid")]
    public void The_object_id_is_read_under_both_names_of_its_claim(string claim) =>
        Assert.Equal(Id,
            Of($$"""{"auth_typ":"aad","claims":[{"typ":"name","val":"Somebody"},{"typ":"{{claim}}","val":"{{Id.ToUpperInvariant()}}"}]}"""));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{"auth_typ":"aad"}""")]
    [InlineData("""{"auth_typ":"aad","claims":7}""")]
    [InlineData("""{"auth_typ":"aad","claims":[7]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"oid","val":7}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"oid","val":""}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"oid","val":"a"},{"typ":"oid","val":"b"}]}""")]
    [InlineData("""{"auth_typ":"github","claims":[{"typ":"oid","val":"0f8fad5b-d9cb-469f-a165-70867728950e"}]}""")]
    public void Anything_else_is_nobody(string principal) => Assert.Null(Of(principal));

    [Fact]
    public void A_header_given_twice_or_not_in_Base64_is_nobody()
    {
        var one = Encoded($$"""{"auth_typ":"aad","claims":[{"typ":"oid","val":"{{Id}}"}]}""");
        Assert.Equal(Id, OperatorPrincipal.IdOf(Request(one)));
        Assert.Null(OperatorPrincipal.IdOf(Request(one, one)));
        Assert.Null(OperatorPrincipal.IdOf(Request("not Base64!")));
    }

    private static string? Of(string principal) => OperatorPrincipal.IdOf(Request(Encoded(principal)));

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static HttpRequest Request(params string[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = headers;
        return context.Request;
    }
}
