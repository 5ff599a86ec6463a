using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DenSach.Benchmarks;

/// <summary>A server as a process of its own on a loopback port, so that what it uses can be told from what the load costs.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="dll">A program beside this one.</param>
    /// <param name="arguments">Its words, made from the address it is to serve.</param>
    public static async Task<ServerProcess> StartAsync(string dll, Func<string, string[]> arguments)
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, ArgumentList = { Path.Combine(AppContext.BaseDirectory, dll) } };
        foreach (var word in arguments(address))
        {
            start.ArgumentList.Add(word);
        }
        var server = new ServerProcess(Process.Start(start)!, new Uri(address));
        server.process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        server.process.BeginOutputReadLine();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(2) && !server.process.HasExited; await Task.Delay(100))
        {
            try
            {
                if ((await client.GetAsync(new Uri(server.Address, "/healthz"))).IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                // Still starting.
            }
        }
        await server.DisposeAsync();
        throw new InvalidOperationException($"{dll} did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
