using System.Security.Cryptography;
using System.Text;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using Npgsql;

namespace DenSach.Benchmarks;

/// <summary>
/// What a submit costs at the very least on PostgreSQL: the reads and writes of one handed-in self column written by hand, prepared, in three round
/// trips, with nothing checked and nothing scored. The figure to be measured against.
/// </summary>
public sealed class BareSubmit(NpgsqlDataSource source)
{
    private const string OfFamily = "x.register_id = a.register_id AND x.household_id = a.household_id WHERE a.register_id = $1 AND a.id = $2";
    private const string OfCase = "WHERE register_id = $1 AND assessment_id = $2";

    private static readonly string[] Reads =
    [
        "SELECT * FROM command_record WHERE register_id = $1 AND id = $2",
        "SELECT * FROM assessment a JOIN household h ON h.register_id = a.register_id AND h.id = a.household_id JOIN round r ON r.register_id = a.round_register_id AND r.id = a.round_id WHERE a.register_id = $1 AND a.id = $2",
        "SELECT x.* FROM assessment a JOIN round_window x ON x.register_id = a.round_register_id AND x.round_id = a.round_id WHERE a.register_id = $1 AND a.id = $2",
        $"SELECT * FROM assessment_step {OfCase}",
        $"SELECT * FROM evidence_file {OfCase}",
        $"SELECT x.* FROM assessment a JOIN person x ON {OfFamily}",
        $"SELECT x.* FROM assessment a JOIN absence x ON {OfFamily}",
    ];

    private const string Record =
        "INSERT INTO command_record (register_id, id, name, at, account_id, content_hash, salt, content, outcome) VALUES ($1, $2, 'bare', $3, $4, $5, $6, $7, $8)";
    private const string Update =
        "UPDATE assessment SET self = $3, self_entered_by = 'OnBehalf', status = 'SelfAssessed', version = 2 WHERE register_id = $1 AND id = $2 AND version = 1";
    private const string Step =
        "INSERT INTO assessment_step (register_id, id, assessment_id, action, before, after, at, account_id, account_name, role) VALUES ($1, $2, $3, 'submit_self', 'Registered', 'SelfAssessed', $4, $5, 'bare', 'HamletHead')";
    private const string Audit = """
        WITH head AS (
          INSERT INTO audit_head (register_id, seq, hash) VALUES ($1, 1, sha256($2 || int8send(1::bigint) || $3))
          ON CONFLICT (register_id) DO UPDATE SET seq = audit_head.seq + 1, hash = sha256(audit_head.hash || int8send(audit_head.seq + 1) || $3)
          RETURNING seq, hash)
        INSERT INTO audit_row (register_id, seq, at, account_id, action, subjects, outcome, command_id, content_hash, hash)
        SELECT $1, head.seq, $4, $5, 'bare', $6, 'ok', $7, $8, head.hash FROM head
        """;

    private const string Column =
        """{"answers":{"1.2":"tat-ca","2.2":"tat-ca","2.3":"tim-kiem+an-toan","3.1":"day-du","3.2":"dien-thoai+internet","4.1":"hang-ngay","4.2":"thuong-xuyen","5.1":"no","5.2":"no"},"facts":{"adults_titled":"0","books":"20"},"points":8300,"outcome":"Met"}""";

    private static readonly Guid Account = Guid.CreateVersion7();

    public async Task SubmitAsync(Guid assessment, string content)
    {
        var register = RowId.RegisterOf(assessment)!.Value;
        var command = Guid.CreateVersion7();
        var at = DateTime.UtcNow;
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content)]);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var reads = connection.CreateBatch())
        {
            foreach (var sql in Reads)
            {
                Add(reads, sql, register, sql == Reads[0] ? command : assessment);
            }
            await using var reader = await reads.ExecuteReaderAsync();
            do
            {
                var row = new object[Math.Max(1, reader.FieldCount)];
                while (await reader.ReadAsync())
                {
                    reader.GetValues(row);
                }
            } while (await reader.NextResultAsync());
        }
        await using (var writes = connection.CreateBatch())
        {
            Add(writes, Record, register, command, at, Account, hash, salt, content, "{}");
            Add(writes, Update, register, assessment, Column);
            Add(writes, Step, register, RowId.New(register), assessment, at, Account);
            if (await writes.ExecuteNonQueryAsync() != 3)
            {
                throw new InvalidOperationException($"{assessment} was not there to be handed in.");
            }
        }
        await using (var end = connection.CreateBatch())
        {
            Add(end, Audit, register, AuditRow.Beginning, hash, at, Account, assessment.ToString(), command, hash);
            Add(end, "COMMIT");
            await end.ExecuteNonQueryAsync();
        }
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        batch.BatchCommands.Add(command);
    }
}
