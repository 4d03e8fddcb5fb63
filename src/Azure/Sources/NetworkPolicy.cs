using System.Net;
using System.Net.Sockets;

namespace PaperFunctions.Azure.Sources;

/// <summary>Where requests to addresses from outside may go: never into private networks, to this
/// machine, or to the platform's own services.</summary>
public class NetworkPolicy
{
    /// <summary>IANA's special-purpose registries, and Azure's virtual public address.
    /// https://www.iana.org/assignments/iana-ipv4-special-registry
    /// https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16</summary>
    private static readonly IPNetwork[] Closed =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10",
            "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>Whether a connection to this address and port may be made.</summary>
    public virtual bool Allows(IPEndPoint to)
    {
        var address = to.Address.IsIPv4MappedToIPv6 ? to.Address.MapToIPv4() : to.Address;
        return !Closed.Any(network => network.Contains(address));
    }

    /// <summary>A handler that looks a host up once and connects to what was checked; it follows no redirect by itself.</summary>
    public virtual SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxResponseHeadersLength = 64,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, cancellationToken) => await ConnectAsync(context.DnsEndPoint, cancellationToken),
    };

    private async Task<Stream> ConnectAsync(DnsEndPoint to, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        var allowed = found.Where(address => Allows(new IPEndPoint(address, to.Port))).ToArray();
        if (allowed.Length == 0)
        {
            throw new HttpRequestException($"{to.Host} leads into a private network, which is not asked.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
