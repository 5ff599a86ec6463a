using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Npgsql;

namespace DenSach.Platform.Data;

/// <summary>
/// Several queries in one round trip: add them, run them, then take their rows. On PostgreSQL they are sent together; on SQLite, where nothing
/// is sent anywhere, they run one after the other. Each is an ordinary query of the context, tracked or not as it says itself.
/// </summary>
public sealed class ReadTogether(AppDb db)
{
    private readonly List<Part> parts = [];

    /// <summary>The list is filled by <see cref="RunAsync"/>.</summary>
    public IReadOnlyList<T> Add<T>(IQueryable<T> query)
    {
        var part = new Part<T>(((IAsyncQueryProvider)query.Provider).ExecuteAsync<IAsyncEnumerable<T>>(query.Expression));
        parts.Add(part);
        return part.Rows;
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            if (db.Database.GetDbConnection() is NpgsqlConnection connection)
            {
                await SendAsync(connection, cancellation);
                return;
            }
            foreach (var part in parts)
            {
                await part.ReadAsync(cancellation);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task SendAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var batch = connection.CreateBatch();
        foreach (var part in parts)
        {
            batch.BatchCommands.Add(part.Command());
        }
        await using var results = await batch.ExecuteReaderAsync(cancellation);
        try
        {
            foreach (var part in parts)
            {
                db.Arrived = new OneResult(results);
                await part.ReadAsync(cancellation);
                await results.NextResultAsync(cancellation);
            }
        }
        finally
        {
            db.Arrived = null;
        }
    }

    private abstract class Part
    {
        public abstract NpgsqlBatchCommand Command();

        public abstract Task ReadAsync(CancellationToken cancellation);
    }

    private sealed class Part<T>(IAsyncEnumerable<T> query) : Part
    {
        public List<T> Rows { get; } = [];

        public override NpgsqlBatchCommand Command()
        {
            // The one door EF has to the command of a query that it will read itself; its public form would look the query up a second time.
#pragma warning disable EF1001
            using var made = ((IRelationalQueryingEnumerable)query).CreateDbCommand();
#pragma warning restore EF1001
            var command = new NpgsqlBatchCommand(made.CommandText);
            foreach (NpgsqlParameter parameter in made.Parameters)
            {
                command.Parameters.Add(parameter.Clone());
            }
            return command;
        }

        public override async Task ReadAsync(CancellationToken cancellation)
        {
            await foreach (var row in query.WithCancellation(cancellation))
            {
                Rows.Add(row);
            }
        }
    }

    /// <summary>Gives a query the rows that have arrived already, instead of sending it.</summary>
    internal sealed class Delivery : DbCommandInterceptor
    {
        public static readonly Delivery Instance = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) => new(eventData.Context is AppDb { Arrived: { } arrived } ? InterceptionResult<DbDataReader>.SuppressWithResult(arrived) : result);
    }
}
