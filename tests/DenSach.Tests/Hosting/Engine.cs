using Npgsql;

namespace DenSach.Tests.Hosting;

/// <summary>Where a test application keeps its data: a folder, and on PostgreSQL a database of its own.</summary>
public abstract class Engine
{
    public static readonly Engine Sqlite = new SqliteEngine();
    public static readonly Engine Postgres = new PostgresEngine();

    /// <summary>Arguments that make an application use the named copy.</summary>
    public abstract Task<string[]> NewAsync(string folder);

    /// <summary>A copy of what another one holds, made while nobody uses it.</summary>
    public abstract Task<string[]> CopyAsync(string[] from, string folder);

    public virtual Task DropAsync(string[] arguments) => Task.CompletedTask;

    public static string Argument(string[] arguments, string name) => arguments.First(a => a.StartsWith($"--{name}=", StringComparison.Ordinal))[(name.Length + 3)..];

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private sealed class SqliteEngine : Engine
    {
        public override Task<string[]> NewAsync(string folder) => Task.FromResult<string[]>([$"--DENSACH_DATA={folder}"]);

        public override Task<string[]> CopyAsync(string[] from, string folder)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            CopyFolder(Argument(from, "DENSACH_DATA"), folder);
            return NewAsync(folder);
        }
    }

    private sealed class PostgresEngine : Engine
    {
        private static int number;

        private static string Server =>
            Environment.GetEnvironmentVariable("DENSACH_TEST_PG")
            ?? throw new InvalidOperationException("There is no PostgreSQL to test with: run the tests by ./test, which starts one (DENSACH_TEST_PG).");

        public override Task<string[]> NewAsync(string folder) => CreateAsync(folder, "");

        public override async Task<string[]> CopyAsync(string[] from, string folder)
        {
            CopyFolder(Argument(from, "DENSACH_DATA"), folder);
            NpgsqlConnection.ClearAllPools();
            var template = new NpgsqlConnectionStringBuilder(Argument(from, "DENSACH_DB")).Database;
            return await CreateAsync(folder, $" TEMPLATE {template} STRATEGY file_copy");
        }

        public override async Task DropAsync(string[] arguments)
        {
            var connection = new NpgsqlConnectionStringBuilder(Argument(arguments, "DENSACH_DB"));
            await ExecuteAsync($"DROP DATABASE IF EXISTS {connection.Database} WITH (FORCE)");
        }

        private static async Task<string[]> CreateAsync(string folder, string how)
        {
            var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref number)}";
            await ExecuteAsync($"CREATE DATABASE {name}{how}");
            return [$"--DENSACH_DATA={folder}", $"--DENSACH_DB={Server};Database={name};Maximum Pool Size=12"];
        }

        private static async Task ExecuteAsync(string sql)
        {
            await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
