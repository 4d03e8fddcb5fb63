using System.Net;
using Microsoft.AspNetCore.Http;
using PaperFunctions.Functions.Web.Limits;

namespace PaperFunctions.Tests.Functions;

public class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7:50123", "10.0.0.4", "203.0.113.7")] // as Azure's front end and host write it
    [InlineData("203.0.113.7:50123, 10.0.0.4", "127.0.0.1", "203.0.113.7")]
    [InlineData("198.51.100.1, 203.0.113.7:1, 100.64.3.2", "127.0.0.1", "203.0.113.7")] // what the client wrote itself stands first
    [InlineData("nonsense, 203.0.113.7", "127.0.0.1", "203.0.113.7")]
    [InlineData("[2001:db8:1:2:3:4:5:6]:443", "127.0.0.1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::1", "::1", "2001:db8:1:2::")]
    [InlineData("::ffff:203.0.113.7", "127.0.0.1", "203.0.113.7")]
    [InlineData("", "203.0.113.9", "203.0.113.9")]
    public void The_last_public_address_on_the_way_is_the_client(string forwarded, string asked, string expected) =>
        Assert.Equal(expected, Of(forwarded, asked));

    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData("192.168.1.2, fe80::1, fd00::2, 172.20.0.1, 169.254.1.1", "::1")]
    [InlineData(", ,,unknown,_hidden", "127.0.0.1")]
    public void Without_a_public_address_nobody_can_be_told_apart(string forwarded, string asked) => Assert.Null(Of(forwarded, asked));

    private static string? Of(string forwarded, string asked)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        context.Connection.RemoteIpAddress = IPAddress.Parse(asked);
        return ClientAddress.Of(context.Request);
    }
}
