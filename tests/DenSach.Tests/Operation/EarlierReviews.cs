using DenSach.Modules.Coordination;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DenSach.Tests.Operation;

/// <summary>What the last review of a regulation had found before reviews were kept one by one is the first of them.</summary>
public abstract class EarlierReviews(Engine engine)
{
    [Fact]
    public async Task The_review_kept_by_an_earlier_version_becomes_the_first_in_the_history()
    {
        await using var place = await Place.NewAsync(engine);
        Directory.CreateDirectory(place.Folder);
        var kept = await place.QueryAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("WorkAndCalendar");
            var (with, without) = (RowId.New(2001), RowId.New(2001));
            await PlantAsync(db, with, "Hai bên họp đủ");
            await PlantAsync(db, without, null);
            await migrator.MigrateAsync();
            return await db.Set<Regulation>().Include(r => r.Reviews).ToDictionaryAsync(r => r.Id == with);
        });
        var review = kept[true].Reviews.ShouldHaveSingleItem();
        (review.Found, review.On, review.Next, review.ByName).ShouldBe(("Hai bên họp đủ", new DateOnly(2026, 3, 1), new DateOnly(2027, 3, 1), null));
        kept[false].Reviews.ShouldBeEmpty();
    }

    private static Task PlantAsync(AppDb db, Guid id, string? found)
    {
        object key = db.IsPostgres ? id : id.ToByteArray(bigEndian: true);
        object on = db.IsPostgres ? new DateOnly(2026, 3, 1) : "2026-03-01";
        object next = db.IsPostgres ? new DateOnly(2027, 3, 1) : "2027-03-01";
        return found is null
            ? db.Database.ExecuteSqlAsync(
                $"INSERT INTO coordination_regulation (register_id, id, area_id, title, parties, review_on, version) VALUES (2001, {key}, 2001, 'Quy chế', 'A', {next}, 1)"
            )
            : db.Database.ExecuteSqlAsync(
                $"INSERT INTO coordination_regulation (register_id, id, area_id, title, parties, review_on, last_review, last_review_on, version) VALUES (2001, {key}, 2001, 'Quy chế', 'A', {next}, {found}, {on}, 1)"
            );
    }
}

public sealed class EarlierReviewsOnSqlite() : EarlierReviews(Engine.Sqlite);

public sealed class EarlierReviewsOnPostgres() : EarlierReviews(Engine.Postgres);
