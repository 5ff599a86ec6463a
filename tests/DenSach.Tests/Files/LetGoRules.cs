using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Plans.Load;
using DenSach.Modules.Tasks;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Files;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Files;

/// <summary>A file is let go only when nobody names it or is about to, and what nobody came to name does not lie for ever.</summary>
public abstract class LetGoRules(TestApp app)
{
    private Task<StoredFile> SaveAsync(int register, int seed) =>
        app.InsideAsync(async services =>
            (await services.GetRequiredService<FileStore>().SaveAsync(register, new MemoryStream(SampleFiles.Jpeg(seed: seed)), CancellationToken.None)).Value
        );

    private Task<bool> IsKnownAsync(StoredFile file) => app.QueryAsync(db => db.Set<StoredFile>().AnyAsync(f => f.RegisterId == file.RegisterId && f.Sha256 == file.Sha256));

    private static async Task<TaskNote> NoteAsync(AppDb db, string sha256)
    {
        var plan = await db.Set<Plan>().AsNoTracking().FirstAsync(p => p.AreaId == KnownAreas.NongCong && p.ConfirmedAt != null);
        return new TaskNote
        {
            RegisterId = plan.RegisterId,
            Id = RowId.New(plan.RegisterId),
            PlanId = plan.Id,
            Place = 1,
            At = plan.TakenInAt,
            By = Guid.Empty,
            ByName = "Cán bộ",
            State = TaskState.Doing,
            Text = "kèm tệp",
            FileSha256 = sha256,
        };
    }

    [Fact]
    public async Task Who_is_about_to_name_a_file_keeps_it_though_another_lets_it_go_at_the_same_moment()
    {
        var register = await app.QueryAsync(async db => (await NoteAsync(db, "")).RegisterId);
        var file = await SaveAsync(register, seed: 901);
        Task? letGo = null;
        await app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await services.GetRequiredService<FileStore>().FindAsync(register, file.Sha256, CancellationToken.None)).ShouldNotBeNull();
            letGo = Task.Run(() => ForgetAsync(file));
            await Task.WhenAny(letGo, Task.Delay(TimeSpan.FromSeconds(1)));
            letGo.IsCompleted.ShouldBeFalse("it waits for whoever found the file");
            db.Add(await NoteAsync(db, file.Sha256));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });
        await letGo!;
        (await IsKnownAsync(file)).ShouldBeTrue("a note names it");
    }

    private Task<int> ForgetAsync(StoredFile file) =>
        app.InsideAsync(async services =>
        {
            await services.GetRequiredService<FileStore>().ForgetAsync(file.RegisterId, file.Sha256, CancellationToken.None);
            return 0;
        });

    [Fact]
    public async Task What_was_stored_and_not_named_within_a_day_is_let_go_and_what_is_named_stays()
    {
        var register = await app.QueryAsync(async db => (await NoteAsync(db, "")).RegisterId);
        var (orphan, named) = (await SaveAsync(register, seed: 902), await SaveAsync(register, seed: 903));
        await app.QueryAsync(async db =>
        {
            db.Add(await NoteAsync(db, named.Sha256));
            return await db.SaveChangesAsync();
        });
        await SweepAsync();
        (await IsKnownAsync(orphan)).ShouldBeTrue("whoever stored it may still be writing");
        app.Time.Advance(TimeSpan.FromHours(25));
        await SweepAsync();
        (await IsKnownAsync(orphan)).ShouldBeFalse();
        (await IsKnownAsync(named)).ShouldBeTrue();
        var folder = app.Services.GetRequiredService<EvidenceFolder>();
        File.Exists(folder.PathOf(orphan.Sha256)).ShouldBeTrue("the content follows a day later");
        await folder.ClearForgottenAsync(TimeProvider.System.GetUtcNow().AddDays(2), sha256 => app.QueryAsync(db => db.Set<StoredFile>().AnyAsync(f => f.Sha256 == sha256)));
        (File.Exists(folder.PathOf(orphan.Sha256)), File.Exists(folder.PathOf(named.Sha256))).ShouldBe((false, true));
    }

    private Task<int> SweepAsync() => app.InsideAsync(services => services.GetRequiredService<FileStore>().ForgetUnnamedAsync(CancellationToken.None));

    [Fact]
    public async Task A_plan_whose_taking_in_fails_leaves_no_file_behind()
    {
        var bytes = Encoding.UTF8.GetBytes(SamplePlans.Again("van-hoa-2022.txt"));
        var command = new LoadPlan.Command
        {
            CommandId = Guid.CreateVersion7(),
            AreaId = KnownAreas.NongCong,
            Text = Encoding.UTF8.GetString(bytes),
            FileName = "ke-hoach.txt",
            AsDraft = true,
        };
        var before = await HashesAsync();
        await app.QueryAsync(db => db.Database.ExecuteSqlRawAsync(Break(db)));
        try
        {
            await Should.ThrowAsync<DbUpdateException>(() =>
                app.InsideAsync(services => services.GetRequiredService<LoadFile>().Handle(command, bytes, CancellationToken.None), Actor.System)
            );
        }
        finally
        {
            await app.QueryAsync(db => db.Database.ExecuteSqlRawAsync(Mend(db)));
        }
        (await HashesAsync()).ShouldBe(before);
    }

    private Task<List<string>> HashesAsync() => app.QueryAsync(db => db.Set<StoredFile>().Select(f => f.Sha256).Order().ToListAsync());

    private static string Break(AppDb db) =>
        db.IsPostgres
            ? "ALTER TABLE plan ADD CONSTRAINT broken CHECK (came_as <> 'File') NOT VALID"
            : "CREATE TRIGGER broken BEFORE INSERT ON plan WHEN NEW.came_as = 'File' BEGIN SELECT RAISE(ABORT, 'broken'); END";

    private static string Mend(AppDb db) => db.IsPostgres ? "ALTER TABLE plan DROP CONSTRAINT broken" : "DROP TRIGGER broken";
}

public sealed class LetGoOnSqlite(SqliteApp app) : LetGoRules(app), IClassFixture<SqliteApp>;

public sealed class LetGoOnPostgres(PostgresApp app) : LetGoRules(app), IClassFixture<PostgresApp>;
