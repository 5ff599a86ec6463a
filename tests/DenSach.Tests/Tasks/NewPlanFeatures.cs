using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;

namespace DenSach.Tests.Tasks;

/// <summary>Whoever holds tasks of a plan that was put in force lately hears of it, once a plan, until he says a word.</summary>
public abstract class NewPlanFeatures(TestApp app)
{
    private const string Finance = "Bộ phận Tài chính xã";

    private Task<Plan> PlanAsync(int area) =>
        app.PlantAsync(
            area,
            p =>
            {
                p.Add(new TaskContent { Lead = Finance, What = "bố trí kinh phí thử" });
                p.Add(new TaskContent { Lead = Finance, What = "quyết toán thử" });
                p.Add(new TaskContent { Lead = "Công an xã thử", What = "giữ trật tự thử" });
            }
        );

    private static async Task<IReadOnlyList<AngleSharp.Dom.IElement>> RowsAsync(Session who, Plan plan) =>
        [.. (await who.GetAsync("/viec")).FindAll("ol a").Where(a => a.GetAttribute("href")!.Contains($"ke-hoach={plan.Id}", StringComparison.Ordinal))];

    [Fact]
    public async Task A_plan_put_in_force_tells_who_holds_its_tasks_until_he_says_a_word()
    {
        var (plan, other) = (await PlanAsync(KnownAreas.BinhLu), await PlanAsync(KnownAreas.BinhLu));
        using var finance = await app.SignInAsync("tai-chinh");
        var row = (await RowsAsync(finance, plan)).Single();
        row.TextContent.ShouldContain("Kế hoạch mới giao cho mình 2 nhiệm vụ");
        var board = await finance.GetAsync(row.GetAttribute("href")!);
        board.Text.ShouldContain("bố trí kinh phí thử");
        board.Text.ShouldContain("quyết toán thử");
        board.Text.ShouldNotContain("giữ trật tự thử");
        await (await finance.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("Text", "Đã đọc kế hoạch").SubmitAsync();
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await RowsAsync(finance, plan)).ShouldBeEmpty();
        (await RowsAsync(finance, other)).Count.ShouldBe(1, "of the other plan he said nothing");

        app.Time.Advance(TimeSpan.FromDays(14));
        using var later = await app.SignInAsync("tai-chinh");
        (await RowsAsync(later, other)).ShouldBeEmpty("a fortnight later it is no longer new");
    }
}

public sealed class NewPlansOnSqlite(SqliteApp app) : NewPlanFeatures(app), IClassFixture<SqliteApp>;

public sealed class NewPlansOnPostgres(PostgresApp app) : NewPlanFeatures(app), IClassFixture<PostgresApp>;
