using DenSach.Platform.Hosting;
using Microsoft.Data.Sqlite;

namespace DenSach.Platform.Operation;

/// <summary><c>densach backup</c> and <c>densach restore</c>.</summary>
public static class OperationVerbs
{
    public static async Task<int> BackupAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        if (words is not [var file] || file.StartsWith('-'))
        {
            Console.Error.WriteLine("usage: densach backup FILE");
            return 2;
        }
        try
        {
            var manifest = await services.GetRequiredService<Backup>().WriteAsync(file, cancellation);
            Console.Out.WriteLine($"{Path.GetFullPath(file)}: {Contents(manifest)}, {new FileInfo(file).Length:N0} bytes.");
            foreach (var sha256 in manifest.MissingEvidence)
            {
                Console.Error.WriteLine($"The evidence file {sha256} is missing or damaged here, and is not in the backup. Bring it back from an older one.");
            }
            return manifest.MissingEvidence.Count == 0 ? 0 : 1;
        }
        catch (OperationRefused refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            Console.Error.WriteLine(
                $"The disk does not take it ({failure.Message}). Nothing was backed up: {Path.GetFullPath(file)} is not there. Make room, or name a file on another disk."
            );
            return 1;
        }
    }

    public static async Task<int> RestoreAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        if (words is not [var file] || file.StartsWith('-'))
        {
            Console.Error.WriteLine("usage: densach restore FILE");
            return 2;
        }
        try
        {
            var restored = await services.GetRequiredService<Restore>().RunAsync(Path.GetFullPath(file), cancellation);
            Console.Out.WriteLine($"Restored {Contents(restored.Manifest)}, as at {restored.Manifest.CreatedAt:yyyy-MM-dd HH:mm:ss}Z.");
            foreach (var finding in restored.Audit.Findings)
            {
                Console.Out.WriteLine(finding.ToString());
            }
            Console.Out.WriteLine($"Audit: {restored.Audit.Summary}");
            return restored.Audit.IsWhole ? 0 : 1;
        }
        catch (OperationRefused refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            Console.Error.WriteLine(
                $"The disk does not take it ({failure.Message}). The database was not restored. Empty the folder {services.GetRequiredService<Settings>().DataFolder} and try again where there is more room."
            );
            return 1;
        }
    }

    /// <summary>Full, read-only, gone: by .NET for files, by SQLite (10 input/output, 13 full) for its own. A file larger than its disk allows, 4 GB on many sticks, comes as an argument out of range.</summary>
    private static bool IsOfTheDisk(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" } or SqliteException { SqliteErrorCode: 10 or 13 };

    private static string Contents(BackupManifest manifest) =>
        $"{manifest.Rows:N0} rows in {manifest.Tables.Count} tables, {manifest.Entries.Count(e => e.Name.StartsWith("evidence/", StringComparison.Ordinal)):N0} evidence files, {manifest.Entries.Count(e => e.Name.StartsWith("keys/", StringComparison.Ordinal))} keys ({manifest.Engine}, {manifest.Migration})";
}
