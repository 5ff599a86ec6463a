using DenSach.Modules.Assessments.Appraise;
using DenSach.Modules.Assessments.Review;
using DenSach.Modules.Decisions.Submit;
using DenSach.Tests.Audit;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using DenSach.Tests.Operation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DenSach.Tests.Commands;

/// <summary>
/// Each command of the path fails once at every table that it writes: facts, steps, record, sums, audit. Whatever it had written by then is gone, and when
/// nothing is in its way it can be carried out.
/// </summary>
public abstract class NothingHalfDone(Engine engine) : IAsyncLifetime
{
    private const string Planted = "planted_failure";

    private readonly TestApp app = new App(engine);

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_failure_anywhere_in_a_command_of_the_path_leaves_nothing()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var family = (await app.QueryAsync(db => DemoFamilies.PassingIn(db, RoundDrive.Hamlet)))[0];
        var (id, decision) = (Guid.Empty, Guid.Empty);
        string[] always = ["audit_head", "audit_row", "command_record"];
        string[] moves = ["assessment", "assessment_step", .. always];

        await FailsAtAsync(moves, async () => id = await drive.RegisterAsync(family));
        await FailsAtAsync(moves, () => drive.HandInAsync(id));
        await FailsAtAsync(
            [.. moves, "review_line", "review_meeting"],
            async () => (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)])).Must()
        );
        await FailsAtAsync(moves, async () => (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must());
        await FailsAtAsync([.. moves, "posting"], () => drive.PostAsync());
        app.Time.Advance(TimeSpan.FromDays(7));
        await FailsAtAsync([.. always, "decision", "decision_line", "decision_step", "round"], async () => decision = (await drive.DraftAsync()).Must().DecisionId);
        await FailsAtAsync([.. always, "decision", "decision_step"], async () => (await drive.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must());
        await FailsAtAsync([.. always, "assessment_step", "decision", "decision_step"], async () => (await drive.SignAsync(RoundDrive.Leader, decision, 2)).Must());
        await FailsAtAsync(
            [.. moves, "decision", "decision_step", "recognition", "register_tally", "round", "tally"],
            async () => (await drive.NumberAsync(decision, 3, "7/QĐ-UBND")).Must()
        );
        foreach (var what in new[] { "audit", "tallies" })
        {
            var (code, output) = await app.CommandLineAsync(what, "verify");
            code.ShouldBe(0, output);
        }
    }

    /// <summary>Exactly the tables named are written: a failure in a table that is not would be no failure.</summary>
    private async Task FailsAtAsync(IEnumerable<string> tables, Func<Task> command)
    {
        var before = await ContentAsync();
        foreach (var table in tables)
        {
            await PlantAsync(table);
            var failure = await Should.ThrowAsync<Exception>(command, table);
            failure.ToString().ShouldContain(Planted);
            await DigOutAsync(table);
            (await ContentAsync()).ShouldBe(before, $"something is left of a command that failed at {table}");
        }
        await command();
        var after = await ContentAsync();
        after.Where(t => before[t.Key] != t.Value).Select(t => t.Key).ShouldBe(tables.Select(t => $"table {t}"), ignoreOrder: true);
    }

    private Task<SortedDictionary<string, string>> ContentAsync() => app.QueryAsync(db => Content.OfAsync(db, app.DataFolder));

    private Task PlantAsync(string table) =>
        app.TamperAsync(
            engine == Engine.Postgres
                ? $"""
                CREATE OR REPLACE FUNCTION {Planted}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''{Planted}''; END';
                CREATE TRIGGER {Planted} BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {Planted}()
                """
                : $"""
                CREATE TRIGGER {Planted}_i BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, '{Planted}'); END;
                CREATE TRIGGER {Planted}_u BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{Planted}'); END
                """
        );

    private Task DigOutAsync(string table) =>
        app.TamperAsync(engine == Engine.Postgres ? $"DROP TRIGGER {Planted} ON {table}" : $"DROP TRIGGER {Planted}_i; DROP TRIGGER {Planted}_u");

    /// <summary>The failures are meant: nobody needs to read of them.</summary>
    private sealed class App(Engine engine) : TestApp(engine, services => services.AddLogging(log => log.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)));
}

public sealed class NothingHalfDoneOnSqlite() : NothingHalfDone(Engine.Sqlite);

public sealed class NothingHalfDoneOnPostgres() : NothingHalfDone(Engine.Postgres);
