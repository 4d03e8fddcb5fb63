using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace PaperFunctions.Functions.Web.Limits;

/// <summary>Who asks, as far as it can be told.</summary>
internal static class ClientAddress
{
    private const int PrefixBytes = 8;

    private static readonly IPNetwork[] Inner =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
            IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
            IPNetwork.Parse("::1/128"),
    ];

    /// <summary>The public address that stands last on the request's way: each proxy adds the one it was asked from at the end of
    /// X-Forwarded-For, and what is before that anybody can write. Of IPv6 the network, since a client has all of a /64.</summary>
    /// <returns>Null if no public address is on the way, as on one machine.</returns>
    public static string? Of(HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-For"].SelectMany(line => (line ?? "").Split(',')).Select(Parse);
        return forwarded.Append(request.HttpContext.Connection.RemoteIpAddress).Reverse()
            .Select(a => a is { IsIPv4MappedToIPv6: true } ? a.MapToIPv4() : a)
            .FirstOrDefault(a => a is not null && !Inner.Any(n => n.Contains(a))) is { } client ? Shorten(client) : null;
    }

    /// <summary>With or without a port: Azure's front end writes one.</summary>
    private static IPAddress? Parse(string? text) => IPEndPoint.TryParse((text ?? "").Trim(), out var point) ? point.Address : null;

    private static string Shorten(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, PrefixBytes, bytes.Length - PrefixBytes);
        return new IPAddress(bytes).ToString();
    }
}
