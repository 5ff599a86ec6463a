using System.Data.Common;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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
        foreach (var row in rows.OrderBy(r => r.RegisterId))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction =
                db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("An audit row is written in the transaction of what it tells of.");
            command.CommandText = db.IsPostgres ? OnPostgres : OnSqlite;
            Add(command, "register", row.RegisterId);
            Add(command, "beginning", AuditRow.Beginning);
            Add(command, "digest", row.Digest());
            Add(command, "at", db.IsPostgres ? row.At : row.At.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture));
            Add(command, "account", Id(db, row.AccountId));
            AddText(command, "role", row.Role?.ToString());
            AddId(command, db, "behalf", row.OnBehalfOf);
            Add(command, "action", row.Action);
            Add(command, "subjects", row.Subjects);
            Add(command, "outcome", row.Outcome);
            AddId(command, db, "command", row.CommandId);
            Add(command, "content", row.ContentHash);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static object Id(AppDb db, Guid id) => db.IsPostgres ? id : id.ToByteArray(bigEndian: true);

    private static void AddId(DbCommand command, AppDb db, string name, Guid? id)
    {
        var parameter = Add(command, name, id is { } value ? Id(db, value) : DBNull.Value);
        parameter.DbType = db.IsPostgres ? System.Data.DbType.Guid : System.Data.DbType.Binary;
    }

    private static void AddText(DbCommand command, string name, string? text) => Add(command, name, (object?)text ?? DBNull.Value).DbType = System.Data.DbType.String;

    private static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
