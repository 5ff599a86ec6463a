using System.Data;
using System.Data.Common;
using System.Globalization;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DenSach.Platform.Audit;

/// <summary>Appends rows to the chains of their registers: one statement locks the head, links, and inserts. Called last before a commit, registers ascending.</summary>
public static class AuditTrail
{
    /// <summary>Registers 1 to 16 hold what belongs to no area: sign-ins, grants, reforms, criteria.</summary>
    public const int SystemRegisters = 16;

    public static int SystemRegisterOf(Guid account) => 1 + (account.ToByteArray(bigEndian: true)[15] % SystemRegisters);

    private const string Columns = "register_id, seq, at, account_id, role, on_behalf_of, action, subjects, outcome, command_id, content_hash, hash";

    private const string OnPostgres = $"""
        WITH head AS (
          INSERT INTO audit_head (register_id, seq, hash) VALUES (@register, 1, sha256(@beginning || int8send(1::bigint) || @digest))
          ON CONFLICT (register_id) DO UPDATE SET seq = audit_head.seq + 1, hash = sha256(audit_head.hash || int8send(audit_head.seq + 1) || @digest)
          RETURNING seq, hash)
        INSERT INTO audit_row ({Columns})
        SELECT @register, head.seq, @at, @account, @role, @behalf, @action, @subjects, @outcome, @command, @content, head.hash FROM head
        """;

    private const string OnSqlite = $"""
        INSERT INTO audit_head (register_id, seq, hash) VALUES (@register, 1, audit_link(@beginning, 1, @digest))
        ON CONFLICT (register_id) DO UPDATE SET seq = seq + 1, hash = audit_link(hash, seq + 1, @digest);
        INSERT INTO audit_row ({Columns})
        SELECT @register, seq, @at, @account, @role, @behalf, @action, @subjects, @outcome, @command, @content, hash FROM audit_head WHERE register_id = @register
        """;

    public static async Task AppendAsync(AppDb db, IEnumerable<AuditRow> rows, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An audit row is written in the transaction of what it tells of.");
        }
        foreach (var row in rows.OrderBy(r => r.RegisterId))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction.GetDbTransaction();
            command.CommandText = db.IsPostgres ? OnPostgres : OnSqlite;
            Fill(command.Parameters, command.CreateParameter, row, db.IsPostgres);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>
    /// Appends and commits. On PostgreSQL both go in one round trip, so that a locked head never waits for us to hear an answer.
    /// From here on the outcome does not depend on the caller still waiting.
    /// </summary>
    public static async Task CommitAsync(AppDb db, IDbContextTransaction transaction, IEnumerable<AuditRow> rows)
    {
        if (db.Database.GetDbConnection() is not NpgsqlConnection connection)
        {
            await AppendAsync(db, rows, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            return;
        }
        await using var batch = connection.CreateBatch();
        foreach (var row in rows.OrderBy(r => r.RegisterId))
        {
            var command = new NpgsqlBatchCommand(OnPostgres);
            Fill(command.Parameters, () => new NpgsqlParameter(), row, postgres: true);
            batch.BatchCommands.Add(command);
        }
        // A row that fails ends the batch before this is reached.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static void Fill(DbParameterCollection parameters, Func<DbParameter> create, AuditRow row, bool postgres)
    {
        Add("register", DbType.Int32, row.RegisterId);
        Add("beginning", DbType.Binary, AuditRow.Beginning);
        Add("digest", DbType.Binary, row.Digest());
        if (postgres)
        {
            Add("at", DbType.DateTime, row.At);
        }
        else
        {
            Add("at", DbType.String, row.At.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        }
        AddId("account", row.AccountId);
        Add("role", DbType.String, row.Role?.ToString());
        AddId("behalf", row.OnBehalfOf);
        Add("action", DbType.String, row.Action);
        Add("subjects", DbType.String, row.Subjects);
        Add("outcome", DbType.String, row.Outcome);
        AddId("command", row.CommandId);
        Add("content", DbType.Binary, row.ContentHash);

        void AddId(string name, Guid? id) => Add(name, postgres ? DbType.Guid : DbType.Binary, postgres ? id : id?.ToByteArray(bigEndian: true));

        void Add(string name, DbType type, object? value)
        {
            var parameter = create();
            parameter.ParameterName = name;
            parameter.DbType = type;
            parameter.Value = value ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }
}
