using DenSach.Modules.Registry;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Registry;

/// <summary>Households of the demo for a test to begin with.</summary>
internal static class DemoHouseholds
{
    /// <summary>The first of a hamlet by its number.</summary>
    public static Task<Household> AnyHouseholdAsync(this TestApp app, int hamlet) =>
        app.QueryAsync(db => db.Set<Household>().Where(h => h.AreaId == hamlet).OrderBy(h => h.Number).FirstAsync());
}
