using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Operation;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DenSach.Tests.Operation;

/// <summary>
/// An upgrade that fails keeps nothing of the step that failed, says so in a sentence, and leaves the way back. On SQLite too, where the step that gave plans their depth
/// makes columns of a table optional to which others point.
/// </summary>
public abstract class FailedUpgrade(Engine engine)
{
    private const string Before = "MendingAndAccess";

    /// <summary>A table of that name stands in the way of the step.</summary>
    private static async Task<int> BlockAsync(AppDb db) => await db.Database.ExecuteSqlRawAsync("CREATE TABLE plan_basis (x integer)");

    private static async Task<bool> HasColumnAsync(AppDb db, string table, string column)
    {
        var sql = db.IsPostgres
            ? "SELECT count(*) AS \"Value\" FROM information_schema.columns WHERE table_name = {0} AND column_name = {1}"
            : "SELECT count(*) AS \"Value\" FROM pragma_table_info({0}) WHERE name = {1}";
        return (await db.Database.SqlQueryRaw<int>(sql, table, column).ToListAsync())[0] > 0;
    }

    private static Task<int> PlantAsync(AppDb db, Guid id)
    {
        object key = db.IsPostgres ? id : id.ToByteArray(bigEndian: true);
        object at = db.IsPostgres ? new DateTime(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc) : "2026-11-20 03:00:00";
        object nobody = db.IsPostgres ? Guid.Empty : new byte[16];
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO plan (register_id, id, area_id, title, issued_partial, text_sha256, confirmed_at, confirmed_by, version)
            VALUES (2001, {key}, 2001, 'Kế hoạch', '2026-03', 'ab', {at}, {nobody}, 1)
            """
        );
    }

    [Fact]
    public async Task Nothing_of_the_failed_step_is_kept_it_is_told_and_the_backup_brings_back_what_was()
    {
        await using var place = await Place.NewAsync(engine);
        Directory.CreateDirectory(place.Folder);
        var id = RowId.New(2001);
        await place.QueryAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync(Before);
            await PlantAsync(db, id);
            return await BlockAsync(db);
        });
        var before = await place.ContentAsync();

        var failure = await Should.ThrowAsync<OperationRefused>(place.PrepareAsync);
        StartFailures.Of(failure, null).ShouldNotBeNull("it is one sentence, not a trace").ShouldContain("could not be brought to");
        failure.Message.ShouldContain("was backed up before to");
        (await place.QueryAsync(db => HasColumnAsync(db, "plan_target", "origin"))).ShouldBeFalse("the step begins with this column");
        (await place.QueryAsync(db => HasColumnAsync(db, "plan", "ended_on"))).ShouldBeFalse();
        (await place.QueryAsync(async db => await db.Database.GetAppliedMigrationsAsync())).Last().ShouldEndWith(Before);

        var backup = Directory.GetFiles(Path.Combine(place.Folder, "backups"), "before-*.zip").ShouldHaveSingleItem();
        failure.Message.ShouldContain(backup);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        (await place.ContentAsync())
            .Where(row => row.Key.StartsWith("table", StringComparison.Ordinal))
            .ShouldBe(before.Where(row => row.Key.StartsWith("table", StringComparison.Ordinal)));

        await place.QueryAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE plan_basis"));
        await place.PrepareAsync();
        var plan = await place.QueryAsync(db => db.Set<Plan>().SingleAsync(p => p.Id == id));
        plan.FirstDay.ShouldBe(new DateOnly(2026, 3, 1), "what is reckoned from what stands there is filled in");
        if (engine == Engine.Sqlite)
        {
            (await place.QueryAsync(db => db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync())).ShouldBe(["ok"]);
            (await place.QueryAsync(db => db.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync())).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_backup_of_before_is_restored_into_an_empty_place()
    {
        await using var place = await Place.NewAsync(engine);
        Directory.CreateDirectory(place.Folder);
        var id = RowId.New(2001);
        await place.QueryAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync(Before);
            return await PlantAsync(db, id);
        });
        await place.PrepareAsync();
        var backup = Directory.GetFiles(Path.Combine(place.Folder, "backups"), "before-*.zip").ShouldHaveSingleItem();
        await using var back = await Place.NewAsync(engine);
        var (code, output) = await back.CommandLineAsync("restore", backup);
        code.ShouldBe(0, output);
        (await back.QueryAsync(db => db.Set<Plan>().SingleAsync(p => p.Id == id))).IsDraft.ShouldBeFalse();
    }
}

public sealed class FailedUpgradeOnSqlite() : FailedUpgrade(Engine.Sqlite);

public sealed class FailedUpgradeOnPostgres() : FailedUpgrade(Engine.Postgres);
