using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Plans;

/// <summary>Confirmed plans put straight into the database, for what lives by them.</summary>
internal static class PlantedPlans
{
    public static readonly DateTime At = new(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);

    public static Task<Modules.Plans.Plan> PlantAsync(
        this TestApp app,
        int area,
        Action<Modules.Plans.Plan> fill,
        int firstYear = 2024,
        int lastYear = 2030,
        Guid? organisation = null,
        PlanLevel? level = null
    ) =>
        app.PlantAsync(
            area,
            plan =>
            {
                fill(plan);
                plan.Confirm(At, Guid.CreateVersion7());
            },
            new DateOnly(firstYear, 3, 1),
            lastYear,
            organisation,
            level
        );

    /// <summary>A draft, or what the filling makes of it.</summary>
    public static Task<Modules.Plans.Plan> PlantAsync(
        this TestApp app,
        int area,
        Action<Modules.Plans.Plan> fill,
        DateOnly issuedOn,
        int lastYear = 2030,
        Guid? organisation = null,
        PlanLevel? level = null
    ) => app.PlantAsync(area, fill, issuedOn, issuedOn.Year, lastYear, organisation, level);

    /// <summary>The same with a period that need not begin in the year of its date, or without a date.</summary>
    public static async Task<Modules.Plans.Plan> PlantAsync(
        this TestApp app,
        int area,
        Action<Modules.Plans.Plan> fill,
        DateOnly? issuedOn,
        int firstYear,
        int lastYear,
        Guid? organisation = null,
        PlanLevel? level = null
    ) =>
        await app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<DenSach.Platform.Data.AppDb>();
            var register = services.GetRequiredService<AreaTree>()[area].HomeRegisterId!.Value;
            var facts = new PlanFacts
            {
                Title = "Kế hoạch thử",
                Level = level,
                FirstYear = firstYear,
                LastYear = lastYear,
                IssuedOn = issuedOn,
            };
            var plan = Plan.Write(facts, area, register, organisation, organisation is null ? null : "Trường thử", At, Guid.CreateVersion7());
            fill(plan);
            db.Add(plan);
            await db.SaveChangesAsync();
            return plan;
        });
}
