using System.Data.Common;
using System.Security.Cryptography;
using DenSach.Platform.Audit;
using DenSach.Platform.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DenSach.Platform.Data;

public static class DataSetup
{
    public static void AddData(this IServiceCollection services, Settings settings)
    {
        if (settings.Postgres is { } connection)
        {
            services.AddSingleton(_ => PostgresSource(connection));
            services.AddDbContextPool<PostgresAppDb>(
                (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(ReadTogether.Delivery.Instance)
            );
            services.AddScoped<AppDb>(provider => provider.GetRequiredService<PostgresAppDb>());
        }
        else
        {
            services.AddDbContextPool<SqliteAppDb>(options => UseSqlite(options, settings.SqliteFile));
            services.AddScoped<AppDb>(provider => provider.GetRequiredService<SqliteAppDb>());
        }
    }

    public static void UseSqlite(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString()).AddInterceptors(SqliteOpening.Instance);

    /// <summary>
    /// Statements are prepared after their second use, and the pool is small: round trips are the budget, and more sessions than cores only wait.
    /// A session is not reset between two users, for none leaves anything in it: settings and locks end with their transaction.
    /// </summary>
    public static NpgsqlDataSource PostgresSource(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!connection.Contains("Pool Size", StringComparison.OrdinalIgnoreCase))
        {
            builder.MaxPoolSize = Math.Max(8, 4 * Environment.ProcessorCount);
        }
        builder.MaxAutoPrepare = 128;
        builder.AutoPrepareMinUsages = 2;
        builder.NoResetOnClose = true;
        builder.ApplicationName = "densach";
        return new NpgsqlDataSourceBuilder(builder.ToString()).Build();
    }

    private sealed class SqliteOpening : DbConnectionInterceptor
    {
        public static readonly SqliteOpening Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Prepare(connection);
            return Task.CompletedTask;
        }

        private static void Prepare(DbConnection connection)
        {
            var sqlite = (SqliteConnection)connection;
            sqlite.CreateFunction("audit_link", (byte[] previous, long seq, byte[] digest) => AuditRow.Link(previous, seq, digest), isDeterministic: true);
            using var command = sqlite.CreateCommand();
            // FULL: a commit that was acknowledged is on the disk, also when the power goes.
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 15000;";
            command.ExecuteNonQuery();
        }
    }
}
