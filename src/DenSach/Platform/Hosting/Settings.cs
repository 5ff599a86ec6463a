using System.Globalization;
using DenSach.Platform.Operation;

namespace DenSach.Platform.Hosting;

/// <summary>What the environment or the command line says: DENSACH_DATA, DENSACH_DB, DENSACH_DEMO, DENSACH_NOW.</summary>
/// <param name="DataFolder">Where the SQLite database, evidence, keys and backups lie.</param>
/// <param name="Postgres">Connection string of PostgreSQL, or null for SQLite.</param>
/// <param name="Demo">Whether an empty database is filled with the demo at the first start. An existing database keeps what it is.</param>
/// <param name="Now">The clock, for a demo database only.</param>
public sealed record Settings(string DataFolder, string? Postgres, bool Demo, DateTimeOffset? Now)
{
    public string SqliteFile => Path.Combine(DataFolder, "densach.db");

    public static Settings From(IConfiguration configuration)
    {
        var folder = configuration["DENSACH_DATA"] is { Length: > 0 } data ? data : "data";
        var now = configuration["DENSACH_NOW"];
        return new Settings(
            Path.GetFullPath(folder),
            configuration["DENSACH_DB"] is { Length: > 0 } db ? db : null,
            configuration["DENSACH_DEMO"] is "1" or "true",
            string.IsNullOrWhiteSpace(now) ? null : ParseNow(now)
        );
    }

    private static DateTimeOffset ParseNow(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)
            ? now
            : throw new OperationRefused($"DENSACH_NOW=\"{text}\" is no date and time. Write it like 2026-12-01T08:00:00+07:00.");
}
