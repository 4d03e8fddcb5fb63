using System.Net;
using PaperFunctions.Azure.Sources;

namespace PaperFunctions.Tests.Azure;

public sealed class NetworkPolicyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("239.1.1.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    public void Private_addresses_are_closed(string address) =>
        Assert.False(new NetworkPolicy().Allows(new IPEndPoint(IPAddress.Parse(address), 443)));

    [Theory]
    [InlineData("128.84.21.199")]
    [InlineData("172.32.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700::6811:d209")]
    public void Public_addresses_are_open(string address) =>
        Assert.True(new NetworkPolicy().Allows(new IPEndPoint(IPAddress.Parse(address), 443)));
}
