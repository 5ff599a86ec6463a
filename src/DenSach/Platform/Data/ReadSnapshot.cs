using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Data;

/// <summary>
/// The database as it stood at one moment, while others go on writing: REPEATABLE READ on PostgreSQL, a read transaction on SQLite.
/// Every query of the context reads it until it is disposed. Nothing can be written through it.
/// </summary>
public sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly AppDb db;
    private readonly DbTransaction transaction;

    private readonly int? timeout;

    private ReadSnapshot(AppDb db, DbTransaction transaction, int? timeout) => (this.db, this.transaction, this.timeout) = (db, transaction, timeout);

    public static async Task<ReadSnapshot> BeginAsync(AppDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = db.Database.GetDbConnection();
        // Deferred: a reader of SQLite must not take the writer's place.
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await db.Database.UseTransactionAsync(transaction, cancellation);
        var timeout = db.Database.GetCommandTimeout();
        // Whoever asks for a snapshot reads a lot.
        db.Database.SetCommandTimeout(0);
        // The moment is that of the first statement.
        await db.Database.ExecuteSqlRawAsync(db.IsPostgres ? "SET TRANSACTION READ ONLY" : "SELECT count(*) FROM sqlite_master", cancellation);
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("SELECT pg_current_snapshot()", cancellation);
        }
        return new ReadSnapshot(db, transaction, timeout);
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        db.Database.SetCommandTimeout(timeout);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
