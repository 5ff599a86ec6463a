using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Benchmarks;

/// <summary>Households of a commune by the dated tree: <c>Within</c> against the same range written as bare SQL with its numbers at hand.</summary>
public static class WithinBench
{
    private const int Queries = 300;

    public static async Task RunAsync(Store store)
    {
        var day = new DateOnly(2026, 11, 21);
        var sql = await store.InsideAsync(services => BareAsync(services.GetRequiredService<AppDb>(), day));
        await Pair.RunAsync(
            $"{store.Name}: {Queries} counts of households under a commune",
            7,
            () =>
                store.InsideAsync(async services =>
                {
                    var db = services.GetRequiredService<AppDb>();
                    for (var i = 0; i < Queries; i++)
                    {
                        await db.Set<Household>().Within(db, KnownAreas.BinhLu, day).CountAsync();
                    }
                    return true;
                }),
            () =>
                store.WithConnectionAsync(async connection =>
                {
                    for (var i = 0; i < Queries; i++)
                    {
                        await using var command = connection.CreateCommand();
                        command.CommandText = sql;
                        await command.ExecuteScalarAsync();
                    }
                    return true;
                })
        );
    }

    private static async Task<string> BareAsync(AppDb db, DateOnly day)
    {
        var at = await db.Set<AreaPosition>().SingleAsync(p => p.AreaId == KnownAreas.BinhLu && p.From <= day && (p.To == null || p.To > day));
        return $"SELECT count(*) FROM household h WHERE EXISTS (SELECT 1 FROM area_position p WHERE p.area_id = h.area_id AND p.\"left\" BETWEEN {at.Left} AND {at.Right} AND p.valid_from <= '{day:yyyy-MM-dd}' AND (p.valid_to IS NULL OR p.valid_to > '{day:yyyy-MM-dd}'))";
    }
}
