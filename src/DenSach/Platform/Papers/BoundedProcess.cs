using System.Diagnostics;

namespace DenSach.Platform.Papers;

/// <summary>
/// Runs a reader of foreign files (poppler, Tesseract) as a process of its own: nothing of our environment, no shell, limits on
/// time, memory and output; where we run as root, under the account without rights.
/// </summary>
public static class BoundedProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const long MostMemory = 1L << 30;
    private const int MostOutput = 8_000_000;

    /// <param name="Done">Ended in time with code 0.</param>
    public sealed record Outcome(bool Done, string Output, string Error);

    public static bool IsThere(string program) => Unprivileged.OnPath(program) is not null;

    public static async Task<Outcome> RunAsync(string program, string[] words, string folder, CancellationToken cancellation)
    {
        if (Unprivileged.OnPath(program) is not { } path)
        {
            return new(false, "", "missing");
        }
        List<string> line = [path, .. words];
        if (Unprivileged.OnPath("prlimit") is { } limiter)
        {
            line = [limiter, $"--as={MostMemory}", $"--cpu={Patience.TotalSeconds:0}", .. line];
        }
        if (Unprivileged.Prepare([folder, .. Directory.EnumerateFiles(folder)]))
        {
            line = [Unprivileged.SetPriv!, .. Unprivileged.Words, .. line];
        }
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        var search = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = search;
        start.Environment["HOME"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var error = UpToAsync(process.StandardError, patience.Token);
            var output = await UpToAsync(process.StandardOutput, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode == 0 && output.Length < MostOutput, output, await error);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(false, "", "timeout");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    // What comes beyond the limit is read and dropped, so that the process can end.
    private static async Task<string> UpToAsync(StreamReader reader, CancellationToken cancellation)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[16_384];
        for (int read; (read = await reader.ReadAsync(buffer, cancellation)) > 0; )
        {
            text.Append(buffer, 0, Math.Min(read, MostOutput - text.Length));
        }
        return text.ToString();
    }
}

/// <summary>A folder for one job, gone with it.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("densach-doc-").FullName;

    public string Add(string name, byte[] bytes)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
