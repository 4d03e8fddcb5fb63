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
    [InlineData("198.51.100.1", "203.0.113.9", "203.0.113.9")] // as the worker has it: the front end's address is the connection's own
    [InlineData("198.51.100.1, 198.51.100.2", "::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("192.168.1.2, 172.20.0.1, 169.254.1.1", "::1", "169.254.1.1")] // inside a private network the nearest counts
    [InlineData("", "10.0.0.7", "10.0.0.7")]
    public void The_last_public_address_on_the_way_is_the_client(string forwarded, string asked, string expected) =>
        Assert.Equal(expected, Of(forwarded, asked));

    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData(", ,,unknown,_hidden", "127.0.0.1")]
    [InlineData("198.51.100.1, unknown", "127.0.0.1")] // what stands before something that no front end writes is the client's own
    public void On_one_machine_nobody_is_told_apart(string forwarded, string asked) => Assert.Null(Of(forwarded, asked));

    [Theory]
    [InlineData("203.0.113.7:50123", "203.0.113.0")]
    [InlineData("2001:db8:1:2::5", "2001:db8:1::")]
    [InlineData("", "here")]
    public void A_log_names_the_network_and_nobody_in_it(string forwarded, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(expected, ClientAddress.NetworkOf(context.Request));
    }

    private static string? Of(string forwarded, string asked)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        context.Connection.RemoteIpAddress = IPAddress.Parse(asked);
        return ClientAddress.Of(context.Request);
    }
}
