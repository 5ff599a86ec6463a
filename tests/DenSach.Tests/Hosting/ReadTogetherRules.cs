using System.Data.Common;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Hosting;

/// <summary>Queries read together answer what each would answer by itself.</summary>
public abstract class ReadTogetherRules(TestApp app)
{
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[0];

    [Fact]
    public Task Each_gets_its_own_rows_also_where_there_are_none() =>
        app.QueryAsync(async db =>
        {
            var households = db.Set<Household>().AsNoTracking().Where(h => h.AreaId == Hamlet).OrderBy(h => h.Id);
            var people = db.Set<Person>()
                .AsNoTracking()
                .Where(p => p.AreaId == Hamlet)
                .OrderBy(p => p.Id)
                .Select(p => new
                {
                    p.Id,
                    p.FullName,
                    p.BirthDate,
                });
            var nobody = db.Set<Person>().AsNoTracking().Where(p => p.AreaId == -1);
            var (expectedHouseholds, expectedPeople) = (await households.ToListAsync(), await people.ToListAsync());

            var together = new ReadTogether(db);
            var first = together.Add(households);
            var second = together.Add(nobody);
            var third = together.Add(people);
            first.ShouldBeEmpty("nothing is read before it is run");
            await together.RunAsync(default);

            first.Select(h => (h.Id, h.HeadName, h.Version)).ShouldBe(expectedHouseholds.Select(h => (h.Id, h.HeadName, h.Version)));
            first.ShouldNotBeEmpty();
            second.ShouldBeEmpty();
            third.ShouldBe(expectedPeople);
            return true;
        });

    [Fact]
    public Task What_is_tracked_is_tracked_and_saved_in_the_same_transaction() =>
        app.QueryAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var together = new ReadTogether(db);
            var tracked = together.Add(db.Set<Household>().Where(h => h.AreaId == Hamlet).OrderBy(h => h.Id).Take(1));
            var untracked = together.Add(db.Set<Household>().AsNoTracking().Where(h => h.AreaId == Hamlet).OrderBy(h => h.Id).Skip(1).Take(1));
            await together.RunAsync(default);
            db.Entry(tracked[0]).State.ShouldBe(EntityState.Unchanged);
            db.Entry(untracked[0]).State.ShouldBe(EntityState.Detached);

            tracked[0].NameHead("Tẩn A Đổi Tên");
            await db.SaveChangesAsync();
            var id = tracked[0].Id;
            (await db.Set<Household>().AsNoTracking().SingleAsync(h => h.Id == id)).HeadName.ShouldBe("Tẩn A Đổi Tên");
            await transaction.RollbackAsync();
            (await db.Set<Household>().AsNoTracking().SingleAsync(h => h.Id == id)).HeadName.ShouldNotBe("Tẩn A Đổi Tên");
            return true;
        });

    [Fact]
    public Task One_that_fails_is_told_and_the_next_question_is_asked_again() =>
        app.QueryAsync(async db =>
        {
            var together = new ReadTogether(db);
            together.Add(db.Set<Household>().AsNoTracking().Where(h => h.AreaId == Hamlet));
            together.Add(db.Set<Household>().FromSqlRaw("SELECT * FROM no_such_table"));
            await Should.ThrowAsync<DbException>(() => together.RunAsync(default));
            (await db.Set<Household>().CountAsync(h => h.AreaId == Hamlet)).ShouldBeGreaterThan(0);
            return true;
        });
}

public sealed class ReadTogetherOnSqlite(SqliteApp app) : ReadTogetherRules(app), IClassFixture<SqliteApp>;

public sealed class ReadTogetherOnPostgres(PostgresApp app) : ReadTogetherRules(app), IClassFixture<PostgresApp>;
