using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Calendar;

/// <summary>Who has to see to deadlines, and who took them over, is asked once: calendar and queue cost the same statements with many plans as with one.</summary>
public abstract class ManyDeadlinesFeatures(TestApp app, CountedStatements statements) : IAsyncLifetime
{
    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    private async Task PlantAsync(int many)
    {
        for (var i = 0; i < many; i++)
        {
            var commune = await app.PlantAsync(KnownAreas.BinhLu, plan => Fill(plan, i), firstYear: 2026, level: PlanLevel.Commune);
            foreach (var hamlet in KnownAreas.BinhLuHamlets.Take(2))
            {
                await app.PlantAsync(hamlet, plan => plan.CopyFrom(commune), firstYear: 2026);
            }
        }
    }

    private static void Fill(Plan plan, int number)
    {
        for (var day = 1; day <= 5; day++)
        {
            var due = plan.Add(
                new DeadlineContent
                {
                    Day = day + number % 20,
                    Month = 12,
                    Recurrence = "yearly",
                    Relation = "by",
                    What = $"Các bản nộp bảng {number}, {day}",
                }
            );
            plan.Add(
                new TaskContent
                {
                    Lead = $"Các bản, tổ {day}",
                    What = "Việc thử",
                    DeadlinePlace = due.Place,
                }
            );
        }
    }

    [Fact]
    public async Task Calendar_and_queue_cost_the_same_with_twenty_plans_as_with_two()
    {
        await PlantAsync(2);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban-2");
        using var school = await app.SignInAsync("truong-hoc");
        (Session Who, string Url)[] pages =
        [
            (officer, "/lich?nam=2026"),
            (officer, "/lich/2026/12"),
            (head, "/lich/2026/12"),
            (officer, "/viec"),
            (head, "/viec"),
            (school, "/viec"),
        ];
        var few = new List<int>();
        foreach (var (who, url) in pages)
        {
            few.Add((await statements.CostAsync(who, url)).Statements);
        }
        await PlantAsync(18);
        foreach (var ((who, url), cost) in pages.Zip(few))
        {
            (await statements.CostAsync(who, url)).Statements.ShouldBe(cost, url);
        }
    }
}

public sealed class ManyDeadlinesOnSqlite : ManyDeadlinesFeatures
{
    public ManyDeadlinesOnSqlite()
        : this(new CountedStatements()) { }

    private ManyDeadlinesOnSqlite(CountedStatements statements)
        : base(new CountedApp(Engine.Sqlite, statements), statements) { }
}

public sealed class ManyDeadlinesOnPostgres : ManyDeadlinesFeatures
{
    public ManyDeadlinesOnPostgres()
        : this(new CountedStatements()) { }

    private ManyDeadlinesOnPostgres(CountedStatements statements)
        : base(new CountedApp(Engine.Postgres, statements), statements) { }
}
