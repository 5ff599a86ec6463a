using DenSach.Modules.Decisions;
using DenSach.Modules.Decisions.Number;
using DenSach.Modules.Decisions.Submit;
using DenSach.Platform.Data;
using DenSach.Platform.Tallies;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>Two decisions of two years come into force at the same moment and recognise the same family: it counts once, as if they had come one after the other.</summary>
public abstract class TwoDecisionsAtOnce(Engine engine) : IAsyncLifetime
{
    private readonly Hesitation hesitation = new();
    private App app = null!;

    public Task InitializeAsync()
    {
        app = new App(engine, hesitation);
        return app.InitializeAsync();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_family_that_two_decisions_recognise_at_once_counts_once()
    {
        var drives = new[] { await RoundDrive.OpenAsync(app), await RoundDrive.OpenAsync(app) };
        var family = await drives[0].FamilyAsync();
        var decisions = new List<Guid>();
        foreach (var drive in drives)
        {
            app.Time.MoveTo(TestApp.Start);
            var id = await drive.ProposedAsync(family);
            (await drive.AppraiseAsync(RoundDrive.Appraiser, Modules.Assessments.Appraise.AppraisalVerdict.Pass, [id])).Must();
            await drive.PostAsync();
            app.Time.Advance(TimeSpan.FromDays(7));
            var decision = (await drive.DraftAsync()).Must().DecisionId;
            (await drive.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
            (await drive.SignAsync(RoundDrive.Leader, decision, 2)).Must();
            decisions.Add(decision);
        }
        // The first has read all it needs and hesitates before it writes; the second comes and goes.
        hesitation.Until = new TaskCompletionSource();
        var first = Task.Run(() => drives[0].NumberAsync(decisions[0], 3, "61/QĐ-UBND"));
        await hesitation.Begun.Task;
        var second = Task.Run(() => drives[1].NumberAsync(decisions[1], 3, "62/QĐ-UBND"));
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromSeconds(2)));
        hesitation.Until.SetResult();
        (await first).Must();
        (await second).Must();
        var report = await app.InsideAsync(services => services.GetRequiredService<TallyVerifier>().VerifyAsync(CancellationToken.None));
        report.Differences.Where(d => d.Measure is RecognitionMeasures.FamiliesHolding or RecognitionMeasures.FamiliesRecognised).ShouldBeEmpty();
        (await app.QueryAsync(db => db.Set<Recognition>().CountAsync(r => r.HouseholdId == family.Id))).ShouldBe(2);
        (
            await app.QueryAsync(db => db.Set<Tally>().Where(t => t.Measure == RecognitionMeasures.FamiliesHolding && t.Date <= new DateOnly(2026, 11, 28)).SumAsync(t => t.Value))
        ).ShouldBe(1);
    }

    /// <summary>Keeps the first that comes to its writing waiting.</summary>
    private sealed class Hesitation : SaveChangesInterceptor
    {
        private int came;

        public TaskCompletionSource? Until { get; set; }

        public TaskCompletionSource Begun { get; } = new();

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData data,
            InterceptionResult<int> result,
            CancellationToken cancellation = default
        )
        {
            if (Until is { } until && Interlocked.Increment(ref came) == 1)
            {
                Begun.SetResult();
                await until.Task;
            }
            return result;
        }
    }

    private sealed class App(Engine engine, Hesitation hesitation)
        : TestApp(
            engine,
            services =>
                services
                    .ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(hesitation))
                    .ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(hesitation))
        );
}

public sealed class TwoDecisionsAtOnceOnSqlite() : TwoDecisionsAtOnce(Engine.Sqlite);

public sealed class TwoDecisionsAtOnceOnPostgres() : TwoDecisionsAtOnce(Engine.Postgres);
