using DenSach.Modules.Areas;
using DenSach.Modules.Difficulties;
using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Difficulties;

/// <summary>Lists are cut by the database: a page costs the same statements and reads as much with hundreds of difficulties and plans as with a few.</summary>
public abstract class ManyDifficultiesFeatures(TestApp app, CountedStatements statements) : IAsyncLifetime
{
    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    private Task PlantAsync(int many) =>
        app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var tree = services.GetRequiredService<AreaTree>();
            for (var i = 0; i < many; i++)
            {
                var area = KnownAreas.NongCongHamlets[i % KnownAreas.NongCongHamlets.Count];
                var register = tree[area].HomeRegisterId!.Value;
                var difficulty = new Difficulty
                {
                    RegisterId = register,
                    Id = RowId.New(register),
                    AreaId = area,
                    Title = $"Thiếu sách {i}",
                    RaisedBy = Guid.CreateVersion7(),
                    RaisedAt = TestApp.Start.UtcDateTime,
                };
                difficulty.Raise(KnownAreas.NongCong, "Đề nghị", new Spoken(TestApp.Start.UtcDateTime.AddMinutes(-i), difficulty.RaisedBy, "Người Thử", null));
                difficulty.Answer("Xem lại", new Spoken(TestApp.Start.UtcDateTime, difficulty.RaisedBy, "Người Thử", null));
                if (i % 2 == 0)
                {
                    difficulty.Reopen("Chưa được", new Spoken(TestApp.Start.UtcDateTime.AddMinutes(i - many), difficulty.RaisedBy, "Người Thử", null));
                }
                db.Add(difficulty);
            }
            return await db.SaveChangesAsync();
        });

    [Fact]
    public async Task A_page_of_difficulties_costs_the_same_with_three_hundred_as_with_seventy()
    {
        await PlantAsync(70);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        string[] urls = ["/kho-khan", "/kho-khan?xem=cho-cap-minh", $"/kho-khan?xem=tat-ca&dia-ban={KnownAreas.NongCong}&trang=2"];
        var few = new List<(int Statements, int Rows)>();
        foreach (var url in urls)
        {
            few.Add(await statements.CostAsync(officer, url));
        }
        await PlantAsync(230);
        foreach (var (url, cost) in urls.Zip(few))
        {
            var (count, rows) = await statements.CostAsync(officer, url);
            count.ShouldBe(cost.Statements, url);
            // Thirty with their steps; before, one row for each that was ever told.
            rows.ShouldBeLessThanOrEqualTo(cost.Rows + 60, url);
        }
        (await officer.GetAsync("/kho-khan?xem=cho-cap-minh")).FindAll("ul.due li").Count().ShouldBe(30);
    }

    [Fact]
    public async Task A_board_and_the_choice_of_plans_read_of_other_places_plans_nothing_but_their_names()
    {
        using var province = await app.SignInAsync("hoi-tinh");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await app.PlantAsync(KnownAreas.LaiChau, Tasks);
        await app.PlantAsync(KnownAreas.BinhLuHamlets[0], Tasks);
        var (board, raise) = (await statements.CostAsync(province, "/nhiem-vu"), await statements.CostAsync(officer, "/kho-khan/bao"));
        for (var i = 0; i < 30; i++)
        {
            await app.PlantAsync(KnownAreas.BinhLuHamlets[i % 5], Tasks);
        }
        (await statements.CostAsync(province, "/nhiem-vu")).ShouldBe(board, "small plans of hamlets are no work of a province");
        (await statements.CostAsync(officer, "/kho-khan/bao")).ShouldBe(raise, "nor do they stand above a commune");
        var own = await statements.CostAsync(officer, "/nhiem-vu");
        own.Statements.ShouldBeLessThanOrEqualTo(board.Statements + 3, "small plans, and who holds work together and has told his part");

        static void Tasks(Plan plan)
        {
            for (var i = 0; i < 40; i++)
            {
                plan.Add(new TaskContent { Lead = $"Cơ quan {i % 7}", What = $"Việc thử {i}" });
            }
        }
    }
}

public sealed class ManyDifficultiesOnSqlite : ManyDifficultiesFeatures
{
    public ManyDifficultiesOnSqlite()
        : this(new CountedStatements()) { }

    private ManyDifficultiesOnSqlite(CountedStatements statements)
        : base(new CountedApp(Engine.Sqlite, statements), statements) { }
}

public sealed class ManyDifficultiesOnPostgres : ManyDifficultiesFeatures
{
    public ManyDifficultiesOnPostgres()
        : this(new CountedStatements()) { }

    private ManyDifficultiesOnPostgres(CountedStatements statements)
        : base(new CountedApp(Engine.Postgres, statements), statements) { }
}
