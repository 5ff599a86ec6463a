using DenSach.Platform.Data;

namespace DenSach.Platform.Audit;

/// <summary><c>densach audit verify</c> and <c>densach audit anchor</c>.</summary>
public static class AuditVerbs
{
    public static async Task<int> VerifyAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        string? file = null;
        if (words.Length > 0 && !(words is ["--anchors", var named] && (file = named) is not null))
        {
            Console.Error.WriteLine("usage: densach audit verify [--anchors FILE]");
            return 2;
        }
        if (file is not null && !File.Exists(file))
        {
            Console.Error.WriteLine($"There is no file {file}. Nothing was verified.");
            return 2;
        }
        var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(file, cancellation);
        foreach (var finding in report.Findings)
        {
            Console.Out.WriteLine(finding.ToString());
        }
        if (report.Faults > report.Findings.Count)
        {
            Console.Out.WriteLine($"… and {report.Faults - report.Findings.Count} more.");
        }
        Console.Out.WriteLine($"Audit: {report.Summary}");
        return report.IsWhole ? 0 : 1;
    }

    public static async Task<int> AnchorAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        var file = words switch
        {
            [] => services.GetRequiredService<AnchorFile>(),
            ["--out", var named] => new AnchorFile(Path.GetFullPath(named)),
            _ => null,
        };
        if (file is null)
        {
            Console.Error.WriteLine("usage: densach audit anchor [--out FILE]");
            return 2;
        }
        var anchor = await services.GetRequiredService<Anchoring>().WriteAsync(cancellation);
        Console.Out.WriteLine(
            anchor is null ? "No chain has moved since the last anchor." : $"Anchor {anchor.N} over {anchor.Registers} registers, root {Convert.ToHexStringLower(anchor.Root)}."
        );
        try
        {
            var added = await file.CatchUpAsync(services.GetRequiredService<AppDb>(), cancellation);
            Console.Out.WriteLine($"{added} lines added to {file.Path}. Keep a copy where nobody who can change the database can change it.");
            return 0;
        }
        catch (InvalidDataException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
