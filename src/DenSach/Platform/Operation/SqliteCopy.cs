using DenSach.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Operation;

/// <summary>An SQLite database as one file: a consistent copy made while others write, and its tables counted.</summary>
internal static class SqliteCopy
{
    /// <summary>VACUUM INTO reads one moment of the database and stops no writer.</summary>
    public static async Task WriteAsync(AppDb db, string file, CancellationToken cancellation) => await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellation);

    /// <summary>Without a pool: the file is moved or deleted afterwards.</summary>
    public static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellation, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>A copy does not remember how it is journaled; the application also opens it for reading only, and then could not set it.</summary>
    public static async Task JournalAheadAsync(string file, CancellationToken cancellation)
    {
        await using (var connection = await OpenAsync(file, cancellation, SqliteOpenMode.ReadWrite))
        {
            await Listing.OfAsync(connection, "PRAGMA journal_mode = WAL", cancellation);
        }
        await using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    public static async Task<List<BackupTable>> TablesAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        var tables = new List<BackupTable>();
        foreach (
            var name in await Listing.OfAsync(
                connection,
                @"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_EF%' ESCAPE '\' ORDER BY name",
                cancellation
            )
        )
        {
            var columns = await Listing.OfAsync(connection, $"SELECT name FROM pragma_table_info('{name}') ORDER BY cid", cancellation);
            tables.Add(new BackupTable(name, columns, long.Parse((await Listing.OfAsync(connection, $"SELECT count(*) FROM \"{name}\"", cancellation))[0], null)));
        }
        return tables;
    }

    /// <summary>What SQLite itself finds wrong, empty if nothing.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        var integrity = await Listing.OfAsync(connection, "PRAGMA integrity_check", cancellation);
        return
        [
            .. integrity.Where(line => line != "ok"),
            .. await Listing.OfAsync(connection, "SELECT 'a row of ' || \"table\" || ' points at nothing' FROM pragma_foreign_key_check", cancellation),
        ];
    }
}
