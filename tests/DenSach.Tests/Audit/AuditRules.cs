using System.Data.Common;
using System.Text.RegularExpressions;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Audit;

/// <summary>Whatever is done to the audit behind the application's back is found, and named by register and row. Each test has a database of its own.</summary>
public abstract class AuditRules(TestApp app) : IAsyncLifetime
{
    private const int Hamlet = 5001;
    private const int Commune = 5002;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        for (var i = 1; i <= 8; i++)
        {
            await app.SpeakAsync($"lời thứ {i}", Hamlet);
            await app.SpeakAsync($"việc chung {i}", Commune, Hamlet);
            app.Time.Advance(TimeSpan.FromMilliseconds(120));
        }
        await app.SpeakAsync("lời cuối", Hamlet);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_the_application_wrote_is_whole()
    {
        var report = await VerifyAsync();
        report.Findings.ShouldBeEmpty();
        report.Rows.ShouldBeGreaterThanOrEqualTo(25);
        report.Commands.ShouldBeGreaterThanOrEqualTo(17);
        var (code, output) = await app.CommandLineAsync("audit", "verify");
        code.ShouldBe(0, output);
        output.ShouldContain("whole");
    }

    [Fact]
    public async Task A_row_read_back_has_the_digest_that_was_chained()
    {
        var rows = await app.QueryAsync(db => db.Set<AuditRow>().AsNoTracking().Where(r => r.RegisterId == Hamlet).OrderBy(r => r.Seq).ToListAsync());
        rows.Count.ShouldBe(17);
        var hash = AuditRow.Beginning;
        foreach (var row in rows)
        {
            hash = AuditRow.Link(hash, row.Seq, row.Digest());
            row.Hash.ShouldBe(hash);
        }
    }

    [Fact]
    public async Task The_trail_writes_every_column_as_the_model_would()
    {
        var row = await app.QueryAsync(db => db.Set<AuditRow>().AsNoTracking().SingleAsync(r => r.RegisterId == Hamlet && r.Seq == 3));
        await app.QueryAsync(async db =>
        {
            db.Add(Copy(row, at: row.At, seq: 900));
            return await db.SaveChangesAsync();
        });
        var different = await app.QueryAsync(db =>
            db.Database.SqlQueryRaw<int>(
                    $"""
                    SELECT CAST(count(*) AS integer) AS "Value" FROM audit_row a JOIN audit_row b ON b.register_id = {Hamlet} AND b.seq = 900
                    WHERE a.register_id = {Hamlet} AND a.seq = 3 AND a.at = b.at AND a.account_id = b.account_id AND a.action = b.action AND a.subjects = b.subjects
                      AND a.outcome = b.outcome AND a.command_id = b.command_id AND a.content_hash = b.content_hash
                      AND coalesce(a.role, '-') = coalesce(b.role, '-') AND a.on_behalf_of = b.on_behalf_of
                    """
                )
                .SingleAsync()
        );
        different.ShouldBe(1, "the row written by the trail and the same row written by the model differ in a column");
    }

    [Fact]
    public async Task A_command_whose_row_cannot_be_written_leaves_nothing()
    {
        var command = new Speak { CommandId = Guid.CreateVersion7(), Words = "không ghi được" };
        await Should.ThrowAsync<DbException>(() =>
            app.InsideAsync(services =>
                services
                    .GetRequiredService<CommandRunner>()
                    .Run<string>(
                        command,
                        Hamlet,
                        work =>
                        {
                            work.Tell(Commune, "test.speak", "ok");
                            work.Tell(Hamlet, "test.speak", outcome: null!);
                            return Task.FromResult<Result<string>>("ok");
                        },
                        CancellationToken.None
                    )
            )
        );
        (await app.QueryAsync(db => db.Set<CommandRecord>().CountAsync(r => r.Id == command.CommandId))).ShouldBe(0);
        (await app.QueryAsync(db => db.Set<AuditRow>().CountAsync(r => r.CommandId == command.CommandId))).ShouldBe(0);
        (await VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edited_row_is_found()
    {
        await app.TamperAsync($"UPDATE audit_row SET outcome = 'refused' WHERE register_id = {Hamlet} AND seq = 5");
        Only(await VerifyAsync(), Hamlet, 5, "changed");
        var (code, output) = await app.CommandLineAsync("audit", "verify");
        code.ShouldBe(1);
        output.ShouldContain($"Register {Hamlet}, row 5");
    }

    [Fact]
    public async Task A_row_edited_together_with_its_hash_is_found_at_the_next()
    {
        var (before, row) = await app.QueryAsync(async db =>
        {
            var rows = await db.Set<AuditRow>().AsNoTracking().Where(r => r.RegisterId == Hamlet && (r.Seq == 4 || r.Seq == 5)).OrderBy(r => r.Seq).ToListAsync();
            return (rows[0], rows[1]);
        });
        var forged = Copy(row, row.At.AddHours(-3), row.Seq);
        var hash = Convert.ToHexString(AuditRow.Link(before.Hash, 5, forged.Digest()));
        var at = app.Engine == Engine.Postgres ? $"'{forged.At:yyyy-MM-dd HH:mm:ss.fff}Z'" : $"'{forged.At:yyyy-MM-dd HH:mm:ss.FFFFFFF}'";
        await app.TamperAsync($"UPDATE audit_row SET at = {at}, hash = {(app.Engine == Engine.Postgres ? $"'\\x{hash}'" : $"x'{hash}'")} WHERE register_id = {Hamlet} AND seq = 5");
        Only(await VerifyAsync(), Hamlet, 6, "changed");
    }

    [Fact]
    public async Task A_removed_row_is_found()
    {
        await app.TamperAsync($"DELETE FROM audit_row WHERE register_id = {Hamlet} AND seq = 7");
        // Row 7 was the only one of its command in this register; the command's record now has no row.
        var report = await VerifyAsync();
        report.Findings.ShouldContain(f => f.RegisterId == Hamlet && f.Seq == 8 && f.What.Contains("row 7 before it was removed"));
    }

    [Fact]
    public async Task Rows_put_in_another_order_are_found()
    {
        await app.TamperAsync($"UPDATE audit_row SET seq = 1000 WHERE register_id = {Hamlet} AND seq = 3");
        await app.TamperAsync($"UPDATE audit_row SET seq = 3 WHERE register_id = {Hamlet} AND seq = 4");
        await app.TamperAsync($"UPDATE audit_row SET seq = 4 WHERE register_id = {Hamlet} AND seq = 1000");
        var report = await VerifyAsync();
        report.Findings.Select(f => (f.RegisterId, f.Seq)).ShouldBe([(Hamlet, 3L), (Hamlet, 4L), (Hamlet, 5L)]);
    }

    [Fact]
    public async Task A_cut_tail_with_its_head_put_back_is_found_by_an_anchor_only()
    {
        (await app.CommandLineAsync("audit", "anchor")).Code.ShouldBe(0);
        await CutTailAsync(Hamlet, after: 16);
        var report = await VerifyAsync();
        Only(report, Hamlet, 17, "the chain was cut");

        // Without the anchor nothing tells.
        await app.TamperAsync("DELETE FROM anchored_head");
        await app.TamperAsync("DELETE FROM audit_anchor");
        (await VerifyAsync()).Findings.ShouldBeEmpty();

        // The file outside still does.
        var (code, output) = await app.CommandLineAsync("audit", "verify", "--anchors", Path.Combine(app.DataFolder, "anchors.jsonl"));
        code.ShouldBe(1);
        output.ShouldContain($"Register {Hamlet}, row 17: anchor 1 of the file saw this row, and it is gone");
        output.ShouldContain("Anchor 1 of the file is gone from the database");
    }

    [Fact]
    public async Task A_whole_chain_written_anew_is_found_by_an_anchor()
    {
        (await app.CommandLineAsync("audit", "anchor")).Code.ShouldBe(0);
        await RewriteAsync(Hamlet, from: 2);
        var report = await VerifyAsync();
        Only(report, Hamlet, 17, "written anew");
    }

    [Fact]
    public async Task A_register_taken_away_whole_is_found_by_an_anchor()
    {
        (await app.CommandLineAsync("audit", "anchor")).Code.ShouldBe(0);
        await app.TamperAsync($"DELETE FROM audit_row WHERE register_id = {Commune}");
        (await VerifyAsync()).Findings.ShouldContain(f => f.RegisterId == Commune && f.Seq == 8 && f.What.Contains("all of them were removed"));
        await app.TamperAsync($"DELETE FROM audit_head WHERE register_id = {Commune}");
        (await VerifyAsync()).Findings.ShouldContain(f => f.RegisterId == Commune && f.What.Contains("the chain was cut"));
    }

    [Fact]
    public async Task A_head_that_does_not_fit_its_last_row_is_found()
    {
        await app.TamperAsync($"UPDATE audit_head SET seq = seq + 1 WHERE register_id = {Hamlet}");
        await app.TamperAsync($"DELETE FROM audit_head WHERE register_id = {Commune}");
        var report = await VerifyAsync();
        report.Findings.ShouldContain(f => f.RegisterId == Hamlet && f.Seq == 17 && f.What.Contains("the head stands at row 18"));
        report.Findings.ShouldContain(f => f.RegisterId == Commune && f.What.Contains("its head was removed"));
    }

    [Fact]
    public async Task An_edited_command_content_is_found()
    {
        var id = await app.SpeakAsync("điều đã nói", Hamlet);
        await app.TamperAsync($"UPDATE command_record SET content = replace(content, 'đã nói', 'chưa nói') WHERE content LIKE '%điều đã nói%'");
        var report = await VerifyAsync();
        report.Faults.ShouldBe(1);
        report.Findings[0].What.ShouldContain(id.ToString());
        report.Findings[0].What.ShouldContain("it was changed");
    }

    [Fact]
    public async Task A_command_taken_out_of_the_log_or_put_into_it_is_found()
    {
        var shared = await app.SpeakAsync("của hai nơi", Commune, Hamlet);
        await app.TamperAsync("DELETE FROM command_record WHERE content LIKE '%của hai nơi%'");
        var report = await VerifyAsync();
        report.Findings.Select(f => (f.RegisterId, f.Seq)).ShouldBe([(Hamlet, 18L), (Commune, 9L)], ignoreOrder: true);
        report.Findings.ShouldAllBe(f => f.What.Contains(shared.ToString()));

        await app.TamperAsync(
            $"INSERT INTO command_record SELECT {Hamlet}, id, name, at, account_id, content_hash, salt, content, outcome FROM command_record WHERE content LIKE '%việc chung 3%'"
        );
        (await VerifyAsync()).Findings.Count.ShouldBe(2, "a record beside the row that tells of it is whole wherever it lies");
        await app.TamperAsync(
            $"UPDATE command_record SET id = {(app.Engine == Engine.Postgres ? "gen_random_uuid()" : "randomblob(16)")} WHERE register_id = {Hamlet} AND content LIKE '%việc chung 3%'"
        );
        (await VerifyAsync()).Findings.ShouldContain(f => f.RegisterId == Hamlet && f.What.Contains("no audit row tells of it"));
    }

    [Fact]
    public async Task An_erased_content_leaves_the_chain_whole()
    {
        await app.QueryAsync(async db =>
        {
            var record = await db.Set<CommandRecord>().FirstAsync(r => r.Content!.Contains("lời thứ 4"));
            record.Erase();
            return await db.SaveChangesAsync();
        });
        var report = await VerifyAsync();
        report.Findings.ShouldBeEmpty();
        report.ErasedCommands.ShouldBe(1);
    }

    [Fact]
    public async Task Half_an_erasure_is_found()
    {
        await app.TamperAsync("UPDATE command_record SET salt = NULL WHERE content LIKE '%lời thứ 4%'");
        var report = await VerifyAsync();
        report.Findings.Single().What.ShouldContain("half erased");
    }

    private Task<AuditReport> VerifyAsync() => app.InsideAsync(services => services.GetRequiredService<AuditVerifier>().VerifyAsync(null, CancellationToken.None));

    private static void Only(AuditReport report, int register, long seq, string what)
    {
        report.Findings.Select(f => (f.RegisterId, f.Seq)).ShouldBe([(register, seq)]);
        report.Findings[0].What.ShouldContain(what);
    }

    /// <summary>Removes the last rows so well that the chain itself is whole again: head, command log and all.</summary>
    private Task CutTailAsync(int register, long after) =>
        app.QueryAsync(async db =>
        {
            var gone = await db.Set<AuditRow>().AsNoTracking().Where(r => r.RegisterId == register && r.Seq > after).ToListAsync();
            gone.Count.ShouldBe(1);
            await db.Set<AuditRow>().Where(r => r.RegisterId == register && r.Seq > after).ExecuteDeleteAsync();
            await db.Set<CommandRecord>().Where(r => r.Id == gone[0].CommandId!.Value).ExecuteDeleteAsync();
            var last = await db.Set<AuditRow>().AsNoTracking().SingleAsync(r => r.RegisterId == register && r.Seq == after);
            await db.Set<AuditHead>().Where(h => h.RegisterId == register).ExecuteUpdateAsync(h => h.SetProperty(x => x.Seq, last.Seq).SetProperty(x => x.Hash, last.Hash));
            return gone.Count;
        });

    /// <summary>Changes a row and links all that follow anew, head included, as one would who knows how it is done.</summary>
    private Task RewriteAsync(int register, long from) =>
        app.QueryAsync(async db =>
        {
            var rows = await db.Set<AuditRow>().AsNoTracking().Where(r => r.RegisterId == register).OrderBy(r => r.Seq).ToListAsync();
            await db.Set<AuditRow>().Where(r => r.RegisterId == register && r.Seq >= from).ExecuteDeleteAsync();
            var hash = rows.Single(r => r.Seq == from - 1).Hash;
            foreach (var row in rows.Where(r => r.Seq >= from))
            {
                var forged = Copy(row, row.Seq == from ? row.At.AddDays(-1) : row.At, row.Seq);
                hash = AuditRow.Link(hash, row.Seq, forged.Digest());
                db.Add(Copy(forged, forged.At, forged.Seq, hash));
            }
            await db.SaveChangesAsync();
            await db.Set<AuditHead>().Where(h => h.RegisterId == register).ExecuteUpdateAsync(h => h.SetProperty(x => x.Hash, hash));
            return rows.Count;
        });

    private static AuditRow Copy(AuditRow row, DateTime at, long seq, byte[]? hash = null) =>
        new()
        {
            RegisterId = row.RegisterId,
            Seq = seq,
            At = at,
            AccountId = row.AccountId,
            Role = row.Role,
            OnBehalfOf = row.OnBehalfOf,
            Action = row.Action,
            Subjects = row.Subjects,
            Outcome = row.Outcome,
            CommandId = row.CommandId,
            ContentHash = row.ContentHash,
            Hash = hash ?? row.Hash,
        };
}

public sealed class AuditRulesOnSqlite() : AuditRules(new SqliteApp());

public sealed class AuditRulesOnPostgres() : AuditRules(new PostgresApp());
