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
    protected const string Before = "MendingAndAccess";

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
        failure.Message.ShouldContain("start the program of before again");
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
    public async Task Where_a_step_before_the_failed_one_was_kept_only_the_backup_is_named_as_the_way_back()
    {
        await using var place = await Place.NewAsync(engine);
        Directory.CreateDirectory(place.Folder);
        await place.QueryAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync(Before);
            return await db.Database.ExecuteSqlRawAsync("CREATE TABLE regulation_review (x integer)");
        });
        var failure = await Should.ThrowAsync<OperationRefused>(place.PrepareAsync);
        var kept = (await place.QueryAsync(async db => await db.Database.GetAppliedMigrationsAsync())).Last();
        kept.ShouldEndWith("PlansKept", Case.Sensitive, "the step before the one that failed");
        failure.Message.ShouldContain(kept);
        failure.Message.ShouldContain("restore that file into an empty place");
        failure.Message.ShouldNotContain("start the program of before again");
        (await place.QueryAsync(db => HasColumnAsync(db, "difficulty_step", "by_office"))).ShouldBeFalse("the failed step begins with this column");
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

public sealed class FailedUpgradeOnSqlite() : FailedUpgrade(Engine.Sqlite)
{
    [Fact]
    public async Task A_schema_whose_words_the_step_does_not_find_is_refused_and_not_taken_for_changed()
    {
        await using var place = await Place.NewAsync(Engine.Sqlite);
        Directory.CreateDirectory(place.Folder);
        await place.QueryAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync(Before);
            return await db.Database.ExecuteSqlRawAsync(
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = replace(sql, '"confirmed_by" BLOB NOT NULL', '"confirmed_by"  BLOB  NOT NULL') WHERE name = 'plan';
                PRAGMA writable_schema = RESET;
                """
            );
        });
        var failure = await Should.ThrowAsync<OperationRefused>(place.PrepareAsync);
        failure.Message.ShouldContain("three columns of plan may be empty");
        (await place.QueryAsync(async db => await db.Database.GetAppliedMigrationsAsync())).Last().ShouldEndWith(Before);
    }
}

public sealed class FailedUpgradeOnPostgres() : FailedUpgrade(Engine.Postgres);
