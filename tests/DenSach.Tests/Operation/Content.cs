using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Operation;

/// <summary>Everything an installation holds, as text to be compared: each table with its rows and a hash over them, each evidence file, each key.</summary>
internal static class Content
{
    public static async Task<SortedDictionary<string, string>> OfAsync(AppDb db, string folder)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        foreach (var table in await TablesAsync(connection, db.IsPostgres))
        {
            all[$"table {table}"] = await HashAsync(connection, table);
        }
        await db.Database.CloseConnectionAsync();
        foreach (var place in new[] { "evidence", "keys" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
            {
                all[Path.GetRelativePath(folder, file)] = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file)));
            }
        }
        return all;
    }

    private static async Task<List<string>> TablesAsync(DbConnection connection, bool postgres)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = postgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '__EFMigrationsLock'";
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }
        return tables;
    }

    private static async Task<string> HashAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var row = new StringBuilder();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row.Append(
                        reader.GetValue(i) switch
                        {
                            byte[] bytes => Convert.ToHexString(bytes),
                            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
                            DBNull => "NULL",
                            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
                        }
                    )
                    .Append('|');
            }
            rows.Add(row.ToString());
        }
        rows.Sort(StringComparer.Ordinal);
        return $"{rows.Count} rows {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
    }
}
