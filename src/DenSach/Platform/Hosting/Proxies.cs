using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace DenSach.Platform.Hosting;

/// <summary>Whose word about the caller's address and scheme is taken: DENSACH_PROXIES lists addresses or networks ("127.0.0.1, 10.1.0.0/16"). Without it nobody's.
/// Nobody's word is taken about the host: what is printed on paper is DENSACH_ADDRESS, and the proxy passes the Host header on as it came.</summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration["DENSACH_PROXIES"] is not { Length: > 0 } list)
        {
            return;
        }
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var each in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(each, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(each, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new InvalidOperationException($"DENSACH_PROXIES: \"{each}\" is neither an address nor a network like 10.1.0.0/16.");
            }
        }
        app.UseForwardedHeaders(options);
    }
}
