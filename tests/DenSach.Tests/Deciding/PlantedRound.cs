using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using DenSach.Scoring;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Deciding;

/// <summary>A round of Bình Lư as it is stored, also of a year that nobody could open one for today: so that each test has a year of its own.</summary>
internal static class PlantedRound
{
    public static Task<Guid> PlantRoundAsync(
        this TestApp app,
        int year,
        Func<RoundStep, (DateOnly From, DateOnly LastDay)> window,
        DateOnly factsAsAt,
        string setId = "mau-gia-dinh-2026",
        Guid? plan = null
    ) => app.QueryAsync(db => PlantAsync(db, year, window, factsAsAt, setId, plan));

    public static async Task<Guid> PlantAsync(
        AppDb db,
        int year,
        Func<RoundStep, (DateOnly From, DateOnly LastDay)> window,
        DateOnly factsAsAt,
        string setId = "mau-gia-dinh-2026",
        Guid? plan = null
    )
    {
        var set = await db.Set<PublishedSet>().AsNoTracking().SingleAsync(s => s.Id == setId);
        var register = (await db.Set<Area>().SingleAsync(a => a.Id == KnownAreas.BinhLu)).HomeRegisterId!.Value;
        var round = new Round
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = KnownAreas.BinhLu,
            Title = RoundWords.Family,
            Subject = SubjectKind.Household,
            Year = year,
            SetId = set.Id,
            SetVersion = set.Version,
            SetHash = set.Hash,
            FactsAsAt = factsAsAt,
            OpenedAt = TestApp.Start.UtcDateTime,
            PlanId = plan,
        };
        foreach (var step in Enum.GetValues<RoundStep>())
        {
            var (from, lastDay) = window(step);
            round.SetWindow(step, from, lastDay);
        }
        db.Add(round);
        await db.SaveChangesAsync();
        return round.Id;
    }
}
