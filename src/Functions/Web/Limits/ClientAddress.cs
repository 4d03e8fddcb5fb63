using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace PaperFunctions.Functions.Web.Limits;

/// <summary>Who asks, as far as it can be told.</summary>
internal static class ClientAddress
{
    private const int PrefixBytes = 8;
    private const int IPv4Bytes = 4;

    private static readonly IPNetwork[] Inner =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
            IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
            IPNetwork.Parse("::1/128"),
    ];

    /// <summary>Whom Azure's front end was asked by: it writes that address at the end of X-Forwarded-For, and the worker takes it from
    /// there into the connection's own. Whatever is before it the client may have written itself: so nothing before the first public
    /// address from the end is looked at, nor before anything that is no address. Of IPv6 the network: a client has all of a /64.</summary>
    /// <returns>Null if the request comes from this machine. Inside a private network, the nearest address.</returns>
    public static string? Of(HttpRequest request)
    {
        var way = Way(request).TakeWhile(a => a is not null).Select(a => a!).Where(a => !IPAddress.IsLoopback(a)).ToList();
        return (way.FirstOrDefault(a => !Inner.Any(n => n.Contains(a))) ?? way.FirstOrDefault()) is { } client
            ? Shorten(client, PrefixBytes, IPv4Bytes).ToString() : null;
    }

    /// <summary>For logs: a part of the address that names a network and nobody in it, a /24 or /48; "here" for this machine.</summary>
    public static string NetworkOf(HttpRequest request) =>
        Of(request) is { } client && IPAddress.TryParse(client, out var address) ? Shorten(address, 6, 3).ToString() : "here";

    /// <summary>From the nearest on; null for what is no address.</summary>
    private static IEnumerable<IPAddress?> Way(HttpRequest request) => request.Headers["X-Forwarded-For"]
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Parse)
        .Append(request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback).Reverse()
        .Select(a => a is { IsIPv4MappedToIPv6: true } ? a.MapToIPv4() : a);

    /// <summary>With or without a port: Azure's front end writes one.</summary>
    private static IPAddress? Parse(string text) => IPEndPoint.TryParse(text, out var point) ? point.Address : null;

    /// <summary>Only the first bytes, the others zero.</summary>
    private static IPAddress Shorten(IPAddress address, int ofIPv6, int ofIPv4)
    {
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetworkV6 ? ofIPv6 : ofIPv4;
        Array.Clear(bytes, kept, bytes.Length - kept);
        return new IPAddress(bytes);
    }
}
