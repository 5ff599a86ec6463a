using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Calendar;

/// <summary>What the province's plan asks of communes is told to the officers of each while there is time, until they told it.</summary>
public abstract class AskedByProvinceFeatures(TestApp app)
{
    private Task<Plan> ProvinceAsync(string what) =>
        app.PlantAsync(
            KnownAreas.LaiChau,
            p =>
                p.Add(
                    new DeadlineContent
                    {
                        Day = 5,
                        Month = 12,
                        Relation = "before",
                        Recurrence = "yearly",
                        What = what,
                        SentTo = "UBND tỉnh",
                    }
                ),
            level: PlanLevel.Province
        );

    private static async Task<IReadOnlyList<string>> RowsAsync(Session who, string words) =>
        [.. (await who.GetAsync("/viec")).FindAll("ol a").Select(a => a.TextContent).Where(t => t.Contains(words, StringComparison.Ordinal))];

    [Fact]
    public async Task Officers_of_a_commune_hear_of_it_until_they_told_it_done()
    {
        var plan = await ProvinceAsync("UBND các xã, phường báo cáo kết quả thử");
        await ProvinceAsync("Sở Giáo dục và Đào tạo tổng hợp kết quả thử của các xã");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await RowsAsync(officer, "UBND các xã, phường báo cáo kết quả thử")).ShouldHaveSingleItem().ShouldContain("Kế hoạch cấp trên hỏi cấp xã: còn 13 ngày");
        (await RowsAsync(officer, "tổng hợp kết quả thử")).ShouldBeEmpty("that is the province's own work");
        using var elsewhere = await app.SignInAsync("hoi-nong-cong");
        (await RowsAsync(elsewhere, "báo cáo kết quả thử")).ShouldBeEmpty();
        using var head = await app.SignInAsync("truong-ban");
        (await RowsAsync(head, "báo cáo kết quả thử")).ShouldBeEmpty("no hamlet's report");

        var done = new
        {
            commandId = Guid.CreateVersion7(),
            planId = plan.Id,
            place = 1,
            occurrence = "2026",
            basedOn = 0,
            state = "Done",
            areaId = KnownAreas.BinhLu,
        };
        (await officer.PostJsonAsync("/api/calendar/settle", done)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await RowsAsync(officer, "UBND các xã, phường báo cáo kết quả thử")).ShouldBeEmpty();
    }
}

public sealed class AskedByProvinceOnSqlite(SqliteApp app) : AskedByProvinceFeatures(app), IClassFixture<SqliteApp>;

public sealed class AskedByProvinceOnPostgres(PostgresApp app) : AskedByProvinceFeatures(app), IClassFixture<PostgresApp>;
