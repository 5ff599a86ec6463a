using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DenSach.Tests.Operation;

/// <summary>A plan of before drafts existed was taken in and confirmed in one step: brought up to date it is in force, with its items as they were read.</summary>
public abstract class EarlierPlans(Engine engine)
{
    private static readonly DateTime Then = new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_plan_taken_in_by_an_earlier_version_stays_in_force()
    {
        await using var place = await Place.NewAsync(engine);
        Directory.CreateDirectory(place.Folder);
        var plan = await place.QueryAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("MendingAndAccess");
            var id = RowId.New(2001);
            await PlantAsync(db, id);
            await migrator.MigrateAsync();
            return await db.Set<Plan>().Include(p => p.Targets).SingleAsync(p => p.Id == id);
        });
        plan.IsDraft.ShouldBeFalse();
        plan.HoldsOn(new DateOnly(2026, 11, 21)).ShouldBeTrue();
        (plan.TakenInAt, plan.ConfirmedAt).ShouldBe((Then, Then));
        var target = plan.Targets.ShouldHaveSingleItem();
        (target.Origin, target.Dropped, target.Value).ShouldBe((PlanItemOrigin.Read, false, 80m));
    }

    private static async Task PlantAsync(AppDb db, Guid id)
    {
        object key = db.IsPostgres ? id : id.ToByteArray(bigEndian: true);
        object nobody = db.IsPostgres ? Guid.Empty : new byte[16];
        object at = db.IsPostgres ? Then : "2026-11-20 03:00:00";
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO plan (register_id, id, area_id, title, first_year, last_year, text_sha256, confirmed_at, confirmed_by, version)
            VALUES (2001, {key}, 2001, 'Kế hoạch', 2026, 2030, 'ab', {at}, {nobody}, 1)
            """
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO plan_target (register_id, plan_id, place, year, value, unit, maintain, subject, measure, of_parent, span_start, span_end)
            VALUES (2001, {key}, 1, 2030, 80, '%', {false}, 'Household', 'gia đình', {false}, 0, 1)
            """
        );
    }
}

public sealed class EarlierPlansOnSqlite() : EarlierPlans(Engine.Sqlite);

public sealed class EarlierPlansOnPostgres() : EarlierPlans(Engine.Postgres);
