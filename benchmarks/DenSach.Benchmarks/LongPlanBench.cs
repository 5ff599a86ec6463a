using System.Diagnostics;
using System.Globalization;
using DenSach.Papers.Plans;

namespace DenSach.Benchmarks;

/// <summary>
/// What is promised of a long document: forty pages read under a second and 200 MB. It is the whole command <c>densach plan read</c>
/// as a person types it: starting the program, building the patterns and compiling the reader count. Processor time judges, since other programs on the machine do not
/// belong to it; wall-clock time is told beside it.
/// </summary>
public static class LongPlanBench
{
    private const int Pages = 40;
    private const int LettersOfPage = 2_600;
    private const int Runs = 5;
    private const double MostMilliseconds = 1_000;
    private const long MostMegabytes = 200;

    /// <summary>The longest received plan, repeated to forty pages, read by fresh processes of the built command, one after another.</summary>
    /// <param name="command">The script <c>densach</c>; what it starts is built already.</param>
    /// <param name="longest">The text that is repeated.</param>
    /// <returns>Whether both promises were kept.</returns>
    public static bool Run(string command, string longest)
    {
        var text = string.Concat(Enumerable.Repeat(longest, (Pages * LettersOfPage / longest.Length) + 1))[..(Pages * LettersOfPage)];
        var file = Path.Combine(Path.GetTempPath(), $"densach-{Environment.ProcessId}.txt");
        try
        {
            File.WriteAllText(file, text);
            var runs = Enumerable.Range(0, Runs).Select(_ => Fresh(command, file)).OrderBy(r => r.Processor).ToList();
            var middle = runs[Runs / 2];
            var (slow, heavy) = (middle.Processor > MostMilliseconds, runs.Max(r => r.Megabytes) > MostMegabytes);
            Console.WriteLine();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Pages} pages ({text.Length:N0} characters) by `densach plan read`, median of {Runs}: {middle.Processor} ms of the processor ({middle.Wall} ms by the clock), peak {runs.Max(r => r.Megabytes)} MB; promised {MostMilliseconds:0} ms, {MostMegabytes} MB: {(slow || heavy ? "NOT KEPT" : "kept")}"
                )
            );
            return !slow && !heavy;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int Wall, int Processor, int Megabytes) Fresh(string command, string file)
    {
        // The script hands its own process on to the program: its time is in it, as for the person who waits.
        var start = new ProcessStartInfo(command, ["plan", "read", file, "--format", "json"]) { RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var (processor, megabytes) = (0.0, 0L);
        // What a process has used is told only while it lives.
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                (processor, megabytes) = (process.TotalProcessorTime.TotalMilliseconds, Math.Max(megabytes, process.WorkingSet64 >> 20));
            }
            catch (InvalidOperationException)
            {
                // It ended in between.
            }
            Thread.Sleep(2);
        }
        var wall = (int)clock.ElapsedMilliseconds;
        if (process.ExitCode != 0 || !said.Result.Contains("\"targets\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("`densach plan read` did not read the forty pages.");
        }
        return (wall, (int)processor, (int)megabytes);
    }
}
