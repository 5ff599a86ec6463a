using Npgsql;

namespace DenSach.Platform.Operation;

/// <summary>
/// The tables of a PostgreSQL database by COPY, without any tool beside the server: out of one snapshot in the order of the primary key,
/// and back in an order in which every reference finds its row.
/// </summary>
internal static class PostgresCopy
{
    /// <summary>Every table of the schema but the engine's own, referenced ones first, with columns and rows as in the current snapshot.</summary>
    public static async Task<List<BackupTable>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var tables = new List<BackupTable>();
        foreach (var name in await OrderedAsync(connection, cancellation))
        {
            var columns = await Listing.OfAsync(
                connection,
                $"SELECT attname FROM pg_attribute WHERE attrelid = '{Quoted(name)}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
                cancellation
            );
            tables.Add(new BackupTable(name, columns, await CountAsync(connection, name, cancellation)));
        }
        return tables;
    }

    public static async Task<long> CountAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {Quoted(table)}", connection) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public static async Task<Stream> ReadAsync(NpgsqlConnection connection, BackupTable table, CancellationToken cancellation)
    {
        var key = await Listing.OfAsync(
            connection,
            $"""
            SELECT a.attname FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
            WHERE i.indrelid = '{Quoted(table.Name)}'::regclass AND i.indisprimary ORDER BY k.place
            """,
            cancellation
        );
        var order = key.Count == 0 ? "" : $" ORDER BY {string.Join(", ", key.Select(Quoted))}";
        return await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {Columns(table)} FROM {Quoted(table.Name)}{order}) TO STDOUT (FORMAT BINARY)", cancellation);
    }

    public static async Task WriteAsync(NpgsqlConnection connection, BackupTable table, Stream rows, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {Quoted(table.Name)} ({Columns(table)}) FROM STDIN (FORMAT BINARY)", cancellation);
        await rows.CopyToAsync(copy, cancellation);
    }

    /// <summary>Numbers that the database gives itself go on after the largest that was restored.</summary>
    public static async Task MoveSequencesOnAsync(NpgsqlConnection connection, BackupTable table, CancellationToken cancellation)
    {
        var numbered = await Listing.OfAsync(
            connection,
            $"SELECT attname FROM pg_attribute WHERE attrelid = '{Quoted(table.Name)}'::regclass AND attnum > 0 AND NOT attisdropped AND pg_get_serial_sequence('{Quoted(table.Name)}', attname) IS NOT NULL",
            cancellation
        );
        foreach (var column in numbered)
        {
            await ExecuteAsync(
                connection,
                $"SELECT setval(pg_get_serial_sequence('{Quoted(table.Name)}', '{column}'), (SELECT coalesce(max({Quoted(column)}), 0) + 1 FROM {Quoted(table.Name)}), false)",
                cancellation
            );
        }
    }

    public static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public static string Quoted(string identifier) =>
        BackupNames.IsIdentifier(identifier) ? $"\"{identifier}\"" : throw new InvalidOperationException($"\"{identifier}\" is no name of a table or column of ours.");

    private static string Columns(BackupTable table) => string.Join(", ", table.Columns.Select(Quoted));

    private static async Task<List<string>> OrderedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var left = await Listing.OfAsync(
            connection,
            @"SELECT c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relname NOT LIKE '\_\_EF%' ORDER BY c.relname COLLATE ""C""",
            cancellation
        );
        var references = (
            await Listing.OfAsync(
                connection,
                """
                SELECT DISTINCT a.relname || ' ' || b.relname FROM pg_constraint k JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
                WHERE k.contype = 'f' AND a.oid <> b.oid AND a.relnamespace = current_schema()::regnamespace
                """,
                cancellation
            )
        ).Select(pair => pair.Split(' ')).ToLookup(pair => pair[0], pair => pair[1]);
        var ordered = new List<string>();
        while (left.Count > 0)
        {
            var next = left.Where(table => references[table].All(target => !left.Contains(target))).ToList();
            if (next.Count == 0)
            {
                throw new InvalidOperationException($"The tables {string.Join(", ", left)} point at each other in a circle: they cannot be restored one after the other.");
            }
            ordered.AddRange(next);
            left.RemoveAll(next.Contains);
        }
        return ordered;
    }
}
