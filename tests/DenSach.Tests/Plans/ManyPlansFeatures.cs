using System.Data.Common;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Platform.Data;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>Many plans: lists are cut and searched, pages cost the same however many there are, and what is said of those below does not hang on who looks.</summary>
public abstract class ManyPlansFeatures(TestApp app, ManyPlansFeatures.Statements statements) : IAsyncLifetime
{
    private static readonly DateOnly June = new(2026, 6, 1);

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    private static void Ask(Plan plan, PlanSubject subject, string title, decimal value) =>
        plan.Add(
            new TargetContent
            {
                Year = 2030,
                Value = value,
                Unit = "%",
                Subject = subject,
                Title = title,
                Measure = title,
            }
        );

    private Task<Plan> CommuneAsync() =>
        app.PlantAsync(
            KnownAreas.BinhLu,
            plan =>
            {
                Ask(plan, PlanSubject.Household, "Gia đình học tập", 90);
                Ask(plan, PlanSubject.Clan, "Dòng họ học tập", 91);
                plan.Confirm(PlantedPlans.At, Guid.CreateVersion7());
            },
            June,
            level: PlanLevel.Commune
        );

    private Task<Plan> HamletAsync(int hamlet) => app.PlantAsync(hamlet, plan => Ask(plan, PlanSubject.Clan, "Dòng họ học tập", 80));

    /// <summary>The least of a few times: now and then a request also asks whether a reform was recorded.</summary>
    private async Task<int> CostAsync(Session who, string url)
    {
        var costs = new List<int>();
        for (var time = 0; time < 4; time++)
        {
            statements.Count = 0;
            (await who.GetAsync(url)).Status.ShouldBe(System.Net.HttpStatusCode.OK, url);
            costs.Add(statements.Count);
        }
        return costs.Min();
    }

    [Fact]
    public async Task What_nobody_took_is_the_same_for_who_sees_the_plans_below_and_who_does_not()
    {
        var commune = await CommuneAsync();
        var below = await HamletAsync(KnownAreas.BinhLuHamlets[5]);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var neighbour = await app.SignInAsync("truong-ban");
        foreach (var who in new[] { officer, neighbour })
        {
            var page = await who.GetAsync($"/ke-hoach/{commune.Id}");
            var nobody = page.Find("section[aria-labelledby=nobody]")!.TextContent;
            nobody.ShouldContain("Gia đình học tập");
            nobody.ShouldNotContain("Dòng họ học tập");
            page.Find("section[aria-labelledby=lineage]")!.TextContent.ShouldContain("Kế hoạch thực hiện ở dưới");
            page.Document.Links.Any(a => a.GetAttribute("href") == $"/ke-hoach/{below.Id}").ShouldBe(who == officer, "a link only for who may open it");
        }
    }

    [Fact]
    public async Task A_page_costs_as_many_statements_with_forty_plans_as_with_one()
    {
        var commune = await CommuneAsync();
        await HamletAsync(KnownAreas.BinhLuHamlets[1]);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        string[] urls = [$"/ke-hoach/{commune.Id}", "/ke-hoach", "/ke-hoach?tim=thu", "/ke-hoach/viet", "/ke-hoach/nap"];
        var few = new List<int>();
        foreach (var url in urls)
        {
            few.Add(await CostAsync(officer, url));
        }
        few[..^1].ShouldAllBe(count => count > 0);
        for (var i = 0; i < 39; i++)
        {
            await HamletAsync(KnownAreas.BinhLuHamlets[i % KnownAreas.BinhLuHamlets.Count]);
        }
        var many = new List<int>();
        foreach (var url in urls)
        {
            many.Add(await CostAsync(officer, url));
        }
        many.ShouldBe(few);
    }

    [Fact]
    public async Task The_list_comes_a_page_at_a_time_and_is_searched_filtered_and_ordered()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        for (var i = 0; i < 30; i++)
        {
            await HamletAsync(KnownAreas.BinhLuHamlets[i % 3]);
        }
        var over = await app.PlantAsync(
            KnownAreas.BinhLu,
            p => p.Confirm(PlantedPlans.At, Guid.CreateVersion7()),
            new DateOnly(2015, 2, 1),
            lastYear: 2020,
            level: PlanLevel.Commune
        );
        static List<string?> Rows(PageView page) => [.. page.FindAll("table.cards tbody a").Select(a => a.GetAttribute("href"))];
        var first = await officer.GetAsync("/ke-hoach");
        Rows(first).Count.ShouldBe(25);
        var second = await first.FollowAsync("Trang sau");
        Rows(second).ShouldNotBeEmpty();
        Rows(second).Intersect(Rows(first)).ShouldBeEmpty();
        second.Text.ShouldContain("Trang 2 trong 2");
        Rows(await officer.GetAsync("/ke-hoach?tim=uy+ban+BINH+lu")).Count.ShouldBe(1, "found by words, folded");
        Rows(await officer.GetAsync("/ke-hoach?tim=khong+co+chu+nay")).ShouldBeEmpty();
        Rows(await officer.GetAsync("/ke-hoach?trang-thai=Outside")).ShouldBe([$"/ke-hoach/{over.Id}"]);
        Rows(await officer.GetAsync("/ke-hoach?nam=2016")).ShouldBe([$"/ke-hoach/{over.Id}"]);
        Rows(await officer.GetAsync("/ke-hoach?xep=Oldest"))[0].ShouldBe($"/ke-hoach/{over.Id}");
        Rows(await officer.GetAsync("/ke-hoach?trang-thai=InForce")).ShouldNotContain($"/ke-hoach/{over.Id}");
        var hamlet = Rows(await officer.GetAsync($"/ke-hoach?dia-ban={KnownAreas.BinhLuHamlets[0]}"));
        hamlet.Count.ShouldBe(10);
        Rows(await officer.GetAsync("/ke-hoach?trang=99")).ShouldNotBeEmpty("a page that is no more is the last one");
    }

    [Fact]
    public async Task Whether_a_plan_holds_is_the_same_asked_of_the_plan_and_of_the_database()
    {
        var day = new DateOnly(2026, 11, 21);
        foreach (var ended in new DateOnly?[] { null, day.AddDays(-1), day, day.AddDays(1) })
        {
            foreach (var (issued, last) in new[] { (day, 2026), (day.AddDays(1), 2030), (June, 2025), (new DateOnly(2020, 1, 1), 2026) })
            {
                await app.PlantAsync(
                    KnownAreas.BinhLu,
                    plan =>
                    {
                        plan.Confirm(PlantedPlans.At, Guid.CreateVersion7());
                        if (ended is { } end)
                        {
                            plan.Withdraw(end, "thử");
                        }
                    },
                    issued,
                    last
                );
            }
            foreach (var (issued, first) in new[] { ((DateOnly?)null, 2027), (null, 2026), (day.AddDays(-16), 2027), (day.AddDays(1), 2026), (June, 2027) })
            {
                await app.PlantAsync(
                    KnownAreas.BinhLu,
                    plan =>
                    {
                        // One o'clock in the morning of the day, in Viet Nam.
                        plan.Confirm(new DateTime(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc), Guid.CreateVersion7());
                        if (ended is { } end)
                        {
                            plan.Withdraw(end, "thử");
                        }
                    },
                    issued,
                    first,
                    2030
                );
            }
        }
        await app.PlantAsync(KnownAreas.BinhLu, _ => { }, June);
        var all = await app.QueryAsync(db => db.Set<Plan>().AsNoTracking().ToListAsync());
        foreach (var on in new[] { day.AddYears(-1), day.AddDays(-1), day, day.AddDays(1), new DateOnly(2027, 1, 1) })
        {
            var asked = await app.QueryAsync(db => db.Set<Plan>().Where(Plan.Holding(on)).Select(p => p.Id).ToListAsync());
            asked.Order().ShouldBe(all.Where(p => p.HoldsOn(on)).Select(p => p.Id).Order(), $"{on}");
            var running = await app.QueryAsync(db => db.Set<Plan>().Where(Plan.Holding(on)).Where(Plan.HasBegun(on)).Select(p => p.Id).ToListAsync());
            running.Order().ShouldBe(all.Where(p => p.RunsOn(on)).Select(p => p.Id).Order(), $"{on}");
        }
    }

    [Theory]
    [InlineData("hoi-ninh-binh")]
    [InlineData("hoi-nong-cong")]
    [InlineData("truong-ban")]
    public async Task The_units_a_plan_may_be_taken_in_for_are_those_of_the_right_and_no_other(string user)
    {
        var actor = await RoundDrive.ActorAsync(app, user);
        var (offered, allowed) = await app.InsideAsync(
            services =>
            {
                var (places, tree) = (services.GetRequiredService<PlanPlaces>(), services.GetRequiredService<AreaTree>());
                var units = tree.All.Where(a => a.Kind is AreaKind.Province or AreaKind.District or AreaKind.Commune && a.HomeRegisterId is not null);
                return Task.FromResult((places.ToLoadFor().Select(a => a.Id).ToHashSet(), units.Where(a => places.MayLoad(a.Id)).Select(a => a.Id).ToHashSet()));
            },
            actor
        );
        offered.ShouldBe(allowed, ignoreOrder: true);
    }

    [Fact]
    public async Task Where_nothing_stands_above_it_is_said_and_documents_of_the_central_level_are_offered()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var write = await officer.GetAsync("/ke-hoach/viet");
        write.Find("#nothing-above")!.TextContent.ShouldContain("Chưa có kế hoạch nào của cấp trên");
        write.Find("#theo").ShouldBeNull("its own plan stands not above it");
        var check = await write.Form("Viết tiếp").Set("Title", "Xây dựng xã hội học tập năm 2027").Also("Cited", "1373/QĐ-TTg").SubmitAsync();
        check.Path.ShouldEndWith("/kiem-tra", customMessage: check.Text);
        check.Find("section[aria-labelledby=bases]")!.TextContent.ShouldContain("Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ");
        using var head = await app.SignInAsync("truong-ban");
        (await head.GetAsync("/ke-hoach/viet")).FindAll("#theo option").Count().ShouldBe(2, "the commune's, or none");
    }

    public sealed class Statements : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Count++;
            return base.ReaderExecuting(command, eventData, result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }

    private protected sealed class Counted(Engine engine, Statements statements)
        : TestApp(
            engine,
            services =>
                services
                    .ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(statements))
                    .ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(statements))
        );
}

public sealed class ManyPlansOnSqlite : ManyPlansFeatures
{
    public ManyPlansOnSqlite()
        : this(new Statements()) { }

    private ManyPlansOnSqlite(Statements statements)
        : base(new Counted(Engine.Sqlite, statements), statements) { }
}

public sealed class ManyPlansOnPostgres : ManyPlansFeatures
{
    public ManyPlansOnPostgres()
        : this(new Statements()) { }

    private ManyPlansOnPostgres(Statements statements)
        : base(new Counted(Engine.Postgres, statements), statements) { }
}
