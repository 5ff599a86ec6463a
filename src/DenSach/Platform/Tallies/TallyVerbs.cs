namespace DenSach.Platform.Tallies;

/// <summary><c>densach tallies verify</c>.</summary>
public static class TallyVerbs
{
    private const int Shown = 1000;

    public static async Task<int> VerifyAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        if (words.Length > 0)
        {
            Console.Error.WriteLine("usage: densach tallies verify");
            return 2;
        }
        var report = await services.GetRequiredService<TallyVerifier>().VerifyAsync(cancellation);
        foreach (var difference in report.Differences.Take(Shown))
        {
            Console.Out.WriteLine(difference.ToString());
        }
        if (report.Differences.Count > Shown)
        {
            Console.Out.WriteLine($"… and {report.Differences.Count - Shown} more.");
        }
        foreach (var measure in report.Uncounted)
        {
            Console.Out.WriteLine($"{measure}: sums are stored, and no module counts this measure.");
        }
        Console.Out.WriteLine(
            $"Tallies: {report.Measures} measures, {report.Compared} sums compared: "
                + (report.Agrees ? "they agree." : $"{report.Differences.Count + report.Uncounted.Count} differences.")
        );
        return report.Agrees ? 0 : 1;
    }
}
