using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using DenSach.Papers.Documents;
using DenSach.Platform.Errors;

namespace DenSach.Platform.Papers;

/// <summary>
/// Prints papers to PDF by an installed Chromium (DENSACH_CHROMIUM, or found on the path) in a process of its own: the page forbids scripts, files and
/// addresses, the process has no network to ask and a time limit, and where we run as root it runs as an account without rights. Without a Chromium people print from their browser.
/// </summary>
public sealed class PdfPrinter(IConfiguration configuration, ILogger<PdfPrinter> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static readonly Problem None = Problem.Refused(
        "no_printer",
        "Máy chủ chưa có trình in PDF (Chromium). Hãy mở bản in rồi dùng chức năng In của trình duyệt, chọn “Lưu thành PDF”."
    );

    private static readonly Problem Failed = Problem.Refused("print_failed", "Máy chủ chưa tạo được tệp PDF. Hãy thử lại, hoặc mở bản in rồi in từ trình duyệt.");

    private static readonly Problem Busy = Problem.Refused("printer_busy", "Máy chủ đang in nhiều tệp PDF. Hãy thử lại sau một phút, hoặc mở bản in rồi in từ trình duyệt.");

    // A browser takes some 200 MB: one at a time is what a small server bears.
    private readonly SemaphoreSlim oneAtATime = new(1);

    public bool IsThere => Chromium() is not null;

    /// <summary>The paper as PDF, or why there is none.</summary>
    public Task<Result<byte[]>> PrintAsync(Paper paper, CancellationToken cancellation) => PrintAsync([paper], cancellation);

    /// <summary>Several papers in one PDF, each beginning on a new page.</summary>
    public async Task<Result<byte[]>> PrintAsync(IReadOnlyList<Paper> papers, CancellationToken cancellation)
    {
        if (Chromium() is not { } chromium)
        {
            return None;
        }
        if (!await oneAtATime.WaitAsync(Patience, cancellation))
        {
            return Busy;
        }
        DirectoryInfo? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("densach-in-");
            return await PrintAsync(papers, chromium, folder.FullName, cancellation);
        }
        catch (IOException failure)
        {
            log.LogWarning(failure, "There is no room to print in");
            return Failed;
        }
        finally
        {
            oneAtATime.Release();
            folder?.Delete(recursive: true);
        }
    }

    private async Task<Result<byte[]>> PrintAsync(IReadOnlyList<Paper> papers, string chromium, string folder, CancellationToken cancellation)
    {
        var page = Path.Combine(folder, "page.html");
        var pdf = Path.Combine(folder, "page.pdf");
        await File.WriteAllTextAsync(page, Page(papers), new UTF8Encoding(false), cancellation);
        var nobody = Unprivileged.Prepare(folder, page);
        if (!await RunAsync(chromium, folder, page, pdf, nobody, sandbox: !Unprivileged.IsRoot || nobody, cancellation) && nobody)
        {
            // Some containers forbid the sandbox's own name spaces; the account without rights is what is left.
            await RunAsync(chromium, folder, page, pdf, nobody, sandbox: false, cancellation);
        }
        return File.Exists(pdf) && await File.ReadAllBytesAsync(pdf, cancellation) is { Length: > 0 } bytes ? bytes : Failed;
    }

    /// <summary>One file with its style inside; its own policy forbids everything else, also to the browser.</summary>
    internal static string Page(IReadOnlyList<Paper> papers) =>
        $"""
            <!doctype html>
            <html lang="vi">
            <head>
              <meta charset="utf-8">
              <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
              <title>{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(papers[0].Abstract)}</title>
              <style>{PaperHtml.Css}</style>
            </head>
            <body>{string.Concat(papers.Select(PaperHtml.Write))}</body>
            </html>
            """;

    private async Task<bool> RunAsync(string chromium, string folder, string page, string pdf, bool nobody, bool sandbox, CancellationToken cancellation)
    {
        string[] words =
        [
            "--headless",
            .. sandbox ? Array.Empty<string>() : ["--no-sandbox"],
            "--disable-gpu",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--proxy-server=127.0.0.1:9",
            $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--no-pdf-header-footer",
            $"--print-to-pdf={pdf}",
            new Uri(page).AbsoluteUri,
        ];
        var start = nobody ? new ProcessStartInfo(Unprivileged.SetPriv!, [.. Unprivileged.Words, chromium, .. words]) : new ProcessStartInfo(chromium, words);
        start.WorkingDirectory = folder;
        start.RedirectStandardError = start.RedirectStandardOutput = start.RedirectStandardInput = true;
        // Nothing of our environment goes along: it may hold the password of the database.
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var said = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var done = process.ExitCode == 0 && File.Exists(pdf);
            if (!done)
            {
                log.LogWarning("Chromium left without a PDF, exit code {Code}: {Said}", process.ExitCode, Last(await said));
            }
            return done;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("Chromium took longer than {Seconds} s to print", Patience.TotalSeconds);
            return false;
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

    private static string Last(string said) => said.Length <= 500 ? said : said[^500..];

    private string? Chromium()
    {
        if (configuration["DENSACH_CHROMIUM"] is { } named)
        {
            return File.Exists(named) ? named : null;
        }
        return Names.Select(Unprivileged.OnPath).FirstOrDefault(found => found is not null);
    }
}

/// <summary>The account without rights under which a root process starts others: nobody, by setpriv of util-linux.</summary>
internal static class Unprivileged
{
    private const uint Nobody = 65534;

    public static bool IsRoot { get; } = OperatingSystem.IsLinux() && Environment.UserName == "root";

    public static string? SetPriv { get; } = OnPath("setpriv");

    public static string[] Words { get; } = [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--no-new-privs"];

    /// <summary>Gives it the folder and the file; false if we are not root or cannot.</summary>
    public static bool Prepare(params string[] paths) => IsRoot && SetPriv is not null && paths.All(path => Chown(path, Nobody, Nobody) == 0);

    public static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true, BestFitMapping = false)]
    private static extern int Chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint owner, uint group);
}
