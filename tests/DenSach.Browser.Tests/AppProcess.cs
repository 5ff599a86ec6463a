using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DenSach.Browser.Tests;

/// <summary>The application as its own process on a folder of its own, as a commune would run it; it can be stopped, killed and started at another time.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Dictionary<string, string> environment;
    private Process? process;

    public AppProcess(string? folder = null, string? postgres = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("densach-walk-").FullName;
        environment = new()
        {
            ["DENSACH_DATA"] = Folder,
            ["DENSACH_DEMO"] = "1",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        if (postgres is not null)
        {
            environment["DENSACH_DB"] = postgres;
        }
        Address = $"http://127.0.0.1:{FreePort()}";
    }

    public string Folder { get; }
    public string Address { get; }

    /// <summary>Starts, or starts again, with the clock at a time of Viet Nam.</summary>
    public async Task StartAsync(string now)
    {
        await StopAsync();
        environment["DENSACH_NOW"] = now;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "densach.dll"), "--urls", Address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        process = Process.Start(start) ?? throw new InvalidOperationException("The application did not start.");
        var output = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => output.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(180))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The application ended with code {process.ExitCode}:\n{output}");
            }
            try
            {
                if ((await Client.GetAsync($"{Address}/healthz")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(100);
            }
        }
        throw new TimeoutException($"The application did not answer at {Address} within three minutes:\n{output}");
    }

    public async Task StopAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
