using System.Diagnostics;
using System.Globalization;
using DenSach.Papers.Plans;

namespace DenSach.Benchmarks;

/// <summary>
/// What is promised of a long document: forty pages read under a second and 200 MB. Each reading is the first of a fresh process, as on the command line, so that
/// building the patterns and compiling the reader count. Processor time judges, since other programs on the machine do not belong to it; wall-clock time is told beside it.
/// </summary>
public static class LongPlanBench
{
    public const string Word = "--read-one";

    private const int Pages = 40;
    private const int LettersOfPage = 2_600;
    private const int Runs = 5;
    private const double MostMilliseconds = 1_000;
    private const long MostMegabytes = 200;

    /// <summary>In the fresh process: reads the file and says what it took.</summary>
    public static void ReadOne(string file)
    {
        var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var plan = PlanReader.Read(File.ReadAllText(file));
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed.TotalMilliseconds:0} {spent.TotalMilliseconds:0} {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} {plan.Targets.Count}"
            )
        );
    }

    /// <summary>The longest received plan, repeated to forty pages, read by fresh processes one after another.</summary>
    public static void Run(string longest)
    {
        var text = string.Concat(Enumerable.Repeat(longest, (Pages * LettersOfPage / longest.Length) + 1))[..(Pages * LettersOfPage)];
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            var runs = Enumerable.Range(0, Runs).Select(_ => Fresh(file)).OrderBy(r => r.Processor).ToList();
            var middle = runs[Runs / 2];
            var (slow, heavy) = (middle.Processor > MostMilliseconds, runs.Max(r => r.Megabytes) > MostMegabytes);
            Console.WriteLine();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Pages} pages ({text.Length:N0} characters) in a fresh process, median of {Runs}: {middle.Processor} ms of the processor ({middle.Wall} ms by the clock), peak {runs.Max(r => r.Megabytes)} MB; promised {MostMilliseconds:0} ms, {MostMegabytes} MB: {(slow || heavy ? "NOT KEPT" : "kept")}"
                )
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int Wall, int Processor, int Megabytes) Fresh(string file)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(LongPlanBench).Assembly.Location, "plans", Word, file]) { RedirectStandardOutput = true };
        // As the command line has it on a small machine.
        start.Environment["DOTNET_gcServer"] = "0";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (Number(said[0]), Number(said[1]), Number(said[2]));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
