using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>It is 21 November 2026. A plan ends because another takes its place, or because it is withdrawn: what each leaves, and what taking back restores.</summary>
public abstract class PlanEndFeatures(TestApp app)
{
    private const string Officer = "hoi-nong-cong";
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private Task<Plan> PlantAsync(DateOnly? issuedOn, int firstYear, int lastYear, bool confirmed = false, params DeadlineContent[] deadlines) =>
        app.PlantAsync(
            KnownAreas.NongCong,
            plan =>
            {
                plan.Add(new TaskContent { Lead = "Hội Khuyến học xã", What = "tuyên truyền thử" });
                foreach (var deadline in deadlines)
                {
                    plan.Add(deadline);
                }
                if (confirmed)
                {
                    plan.Confirm(PlantedPlans.At, Guid.CreateVersion7());
                }
            },
            issuedOn,
            firstYear,
            lastYear,
            level: PlanLevel.Commune
        );

    private Task<Plan> EarlierAsync(params DeadlineContent[] deadlines) => PlantAsync(new DateOnly(2026, 3, 1), 2026, 2026, true, deadlines);

    private Task<Plan> AheadAsync() => PlantAsync(new DateOnly(2026, 11, 5), 2027, 2030);

    private Task<Plan> PlanAsync(Guid id) => app.QueryAsync(db => db.Set<Plan>().SingleAsync(p => p.Id == id));

    private static async Task<PageView> ConfirmAsync(Session who, Plan plan, Plan? earlier, bool amends = false)
    {
        var form = (await who.GetAsync($"/ke-hoach/{plan.Id}/kiem-tra")).Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier?.Id}");
        return await (amends ? form.Set("Amends", "true") : form).SubmitAsync();
    }

    private static async Task WithdrawAsync(Session who, Plan plan) =>
        await (await who.GetAsync($"/ke-hoach/{plan.Id}/thu-hoi")).Form("Thu hồi").Set("Reason", "nạp nhầm").SubmitAsync();

    private static async Task<PageView> TakeBackAsync(Session who, Plan plan) => await (await who.GetAsync($"/ke-hoach/{plan.Id}/thu-hoi")).Form("Lấy lại kế hoạch").SubmitAsync();

    private static DeadlineContent Due(int day, int month, int year) =>
        new()
        {
            Relation = "by",
            Recurrence = "once",
            Day = day,
            Month = month,
            Year = year,
            What = "Báo cáo tổng kết thử",
            SentTo = "UBND xã",
        };

    private static async Task<List<(string Day, bool IsLate)>> DueAsync(Session who, Plan plan, int year) =>
        [
            .. JsonDocument
                .Parse(await who.Http.GetStringAsync($"/api/calendar?year={year}"))
                .RootElement.GetProperty("items")
                .EnumerateArray()
                .Where(i => i.GetProperty("planId").ValueKind != JsonValueKind.Null && i.GetProperty("planId").GetGuid() == plan.Id)
                .Select(i => (i.GetProperty("day").GetString()!, i.GetProperty("isLate").GetBoolean())),
        ];

    [Fact]
    public async Task The_last_report_of_a_replaced_plan_stands_in_the_calendar_until_a_withdrawal_wipes_it()
    {
        var (earlier, later) = (await EarlierAsync(Due(10, 1, 2027)), await AheadAsync());
        using var officer = await app.SignInAsync(Officer);
        await ConfirmAsync(officer, later, earlier);
        (await PlanAsync(earlier.Id)).EndedHow.ShouldBe(PlanEnd.Replaced);
        (await DueAsync(officer, earlier, 2027)).ShouldBe([("2027-01-10", false)]);
        await WithdrawAsync(officer, earlier);
        (await DueAsync(officer, earlier, 2027)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fell_due_before_a_plan_was_replaced_stays_late_after_its_end()
    {
        var (earlier, later) = (await EarlierAsync(Due(20, 11, 2026)), await PlantAsync(new DateOnly(2026, 11, 21), 2026, 2030));
        using var officer = await app.SignInAsync(Officer);
        await ConfirmAsync(officer, later, earlier);
        (await PlanAsync(earlier.Id)).EndedOn.ShouldBe(new DateOnly(2026, 11, 21));
        (await DueAsync(officer, earlier, 2026)).ShouldBe([("2026-11-20", true)]);
        (await officer.GetAsync("/lich")).Find("#late")!.TextContent.ShouldContain("1 hạn đã quá, chưa ghi là xong");
        (await officer.GetAsync("/viec")).Text.ShouldContain("Báo cáo tổng kết thử");
    }

    [Fact]
    public async Task A_day_before_the_date_of_the_plan_is_past_and_never_late()
    {
        var plan = await PlantAsync(new DateOnly(2026, 12, 1), 2026, 2030, true, Due(20, 11, 2026));
        using var officer = await app.SignInAsync(Officer);
        (await DueAsync(officer, plan, 2026)).ShouldBe([("2026-11-20", false)]);
    }

    [Fact]
    public async Task A_plan_that_another_replaces_ahead_can_still_be_amended_and_not_replaced_twice()
    {
        var (earlier, later) = (await EarlierAsync(), await AheadAsync());
        using var officer = await app.SignInAsync(Officer);
        await ConfirmAsync(officer, later, earlier);
        var amending = await PlantAsync(new DateOnly(2026, 11, 20), 2026, 2026);
        (await ConfirmAsync(officer, amending, earlier)).Text.ShouldContain("đã có kế hoạch khác thay");
        await ConfirmAsync(officer, amending, earlier, amends: true);
        var done = await PlanAsync(amending.Id);
        (done.IsDraft, done.AmendsId, done.ReplacesId).ShouldBe((false, earlier.Id, null));
        (await PlanAsync(earlier.Id)).EndedOn.ShouldBe(NewYear);
    }

    [Fact]
    public async Task A_withdrawal_taken_back_restores_the_end_that_the_later_plan_had_set()
    {
        var (earlier, later) = (await EarlierAsync(), await AheadAsync());
        using var officer = await app.SignInAsync(Officer);
        await ConfirmAsync(officer, later, earlier);
        await WithdrawAsync(officer, earlier);
        (await PlanAsync(earlier.Id)).EndedHow.ShouldBe(PlanEnd.Withdrawn);
        (await TakeBackAsync(officer, earlier)).Text.ShouldContain("Có hiệu lực đến hết 31/12/2026.");
        var back = await PlanAsync(earlier.Id);
        (back.EndedOn, back.EndedHow).ShouldBe((NewYear, PlanEnd.Replaced));
    }

    [Fact]
    public async Task A_plan_taken_back_asks_of_another_that_has_taken_the_same_place_meanwhile()
    {
        var (earlier, first, second) = (await EarlierAsync(), await AheadAsync(), await AheadAsync());
        using var officer = await app.SignInAsync(Officer);
        await ConfirmAsync(officer, first, earlier);
        await WithdrawAsync(officer, first);
        await TakeBackAsync(officer, earlier);
        await ConfirmAsync(officer, second, earlier);
        var refused = await TakeBackAsync(officer, first);
        refused.Text.ShouldContain("hai kế hoạch không thể cùng giao việc");
        (await PlanAsync(first.Id)).EndedHow.ShouldBe(PlanEnd.Withdrawn);
        await refused.Form("Lấy lại kế hoạch").Set("EndsEarlier", "true").SubmitAsync();
        ((await PlanAsync(first.Id)).EndedOn, (await PlanAsync(second.Id)).EndedOn).ShouldBe(
            ((DateOnly?)null, new DateOnly(2026, 11, 21)),
            "of two for the same years to come the other ends at once"
        );
        (await PlanAsync(earlier.Id)).EndedOn.ShouldBe(NewYear);
    }

    [Fact]
    public async Task Taking_back_is_offered_only_where_no_later_plan_stands_in_the_way()
    {
        var (earlier, later) = (await EarlierAsync(), await PlantAsync(new DateOnly(2026, 11, 21), 2026, 2030));
        using var officer = await app.SignInAsync(Officer);
        await ConfirmAsync(officer, later, earlier);
        foreach (var page in new[] { await officer.GetAsync($"/ke-hoach/{earlier.Id}"), await officer.GetAsync($"/ke-hoach/{earlier.Id}/thu-hoi") })
        {
            var reason = page.FindAll("main p").Single(p => p.TextContent.StartsWith("Chưa lấy lại được", StringComparison.Ordinal));
            reason.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/ke-hoach/{later.Id}");
            page.FindAll($"a[href='/ke-hoach/{earlier.Id}/thu-hoi'], main form").ShouldBeEmpty(page.Path);
        }
        var sent = new
        {
            commandId = Guid.CreateVersion7(),
            planId = earlier.Id,
            basedOn = (await PlanAsync(earlier.Id)).Version,
            takeBack = true,
        };
        (await (await officer.PostJsonAsync("/api/plans/end", sent)).Content.ReadAsStringAsync()).ShouldContain("plans.replaced");

        await WithdrawAsync(officer, later);
        (await officer.GetAsync($"/ke-hoach/{earlier.Id}")).Find($"a[href='/ke-hoach/{earlier.Id}/thu-hoi']")!.TextContent.ShouldBe("Lấy lại kế hoạch");
        (await TakeBackAsync(officer, earlier)).Text.ShouldContain("Đã lấy lại kế hoạch.");
    }

    [Fact]
    public async Task A_plan_that_was_taken_back_is_told_replaced_no_more()
    {
        var (earlier, later) = (await EarlierAsync(), await AheadAsync());
        using var officer = await app.SignInAsync(Officer);
        await ConfirmAsync(officer, later, earlier);
        (await LineageAsync(officer, earlier)).ShouldContain("Được thay bằng");
        (await LineageAsync(officer, later)).ShouldContain("Thay cho");
        await WithdrawAsync(officer, later);
        (await LineageAsync(officer, earlier)).ShouldContain("Được thay bằng", "the end that the later one had set stands");
        (await officer.GetAsync($"/ke-hoach/{later.Id}")).Text.ShouldContain("Mở kế hoạch trước để lấy lại nếu cần");
        await TakeBackAsync(officer, earlier);
        (await officer.GetAsync($"/ke-hoach/{earlier.Id}")).Text.ShouldNotContain("Được thay bằng");
        (await LineageAsync(officer, later)).ShouldContain("Từng thay cho");
        (await officer.GetAsync($"/ke-hoach/{later.Id}")).Text.ShouldNotContain("Mở kế hoạch trước");

        var second = await AheadAsync();
        await ConfirmAsync(officer, second, earlier);
        (await officer.GetAsync($"/ke-hoach/{earlier.Id}"))
            .FindAll("section[aria-labelledby=lineage] a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe([$"/ke-hoach/{second.Id}"], "not the one that was withdrawn");
        (await officer.GetAsync($"/ke-hoach/{later.Id}")).Text.ShouldNotContain("Mở kế hoạch trước", customMessage: "another took its place");
    }

    private static async Task<List<string>> LineageAsync(Session who, Plan plan) =>
        [.. (await who.GetAsync($"/ke-hoach/{plan.Id}")).FindAll("section[aria-labelledby=lineage] dt").Select(dt => dt.TextContent)];

    [Fact]
    public async Task The_page_of_a_task_says_that_its_plan_is_over_once_it_was_replaced_or_withdrawn()
    {
        const string Over = "hết hiệu lực từ 21/11/2026: không ghi thêm vào nhiệm vụ của nó được.";
        var (standing, ahead, replaced, withdrawn) = (await EarlierAsync(), await AheadAsync(), await EarlierAsync(), await EarlierAsync());
        var later = await PlantAsync(new DateOnly(2026, 11, 21), 2026, 2030);
        using var officer = await app.SignInAsync(Officer);
        async Task<string?> SaidAsync(Plan plan) => (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("p.notice [lang=vi]")?.TextContent;
        foreach (var plan in new[] { standing, replaced, withdrawn })
        {
            (await SaidAsync(plan)).ShouldBeNull("it is in force");
        }
        await ConfirmAsync(officer, ahead, standing);
        (await SaidAsync(standing)).ShouldBeNull("it is in force until the later one begins");
        await ConfirmAsync(officer, later, replaced);
        (await SaidAsync(replaced)).ShouldBe($"Kế hoạch, 1/3/2026 {Over}");
        (await SaidAsync(later)).ShouldBeNull();
        await WithdrawAsync(officer, withdrawn);
        (await SaidAsync(withdrawn)).ShouldBe($"Kế hoạch, 1/3/2026 {Over}");
        await TakeBackAsync(officer, withdrawn);
        (await SaidAsync(withdrawn)).ShouldBeNull();
    }

    [Fact]
    public async Task The_page_of_a_task_that_may_still_be_closed_does_not_say_that_nothing_more_is_noted()
    {
        var (earlier, later) = (await EarlierAsync(), await PlantAsync(new DateOnly(2026, 11, 21), 2026, 2030));
        using var officer = await app.SignInAsync(Officer);
        var task = $"/nhiem-vu/{earlier.Id}/1";
        await (await officer.GetAsync(task)).Form("Ghi tiến độ").Set("Text", "đang làm").SubmitAsync();
        (
            await officer.PostJsonAsync(
                "/api/plans/confirm",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    planId = later.Id,
                    basedOn = later.Version,
                    replacesId = earlier.Id,
                }
            )
        ).EnsureSuccessStatusCode();
        var left = await officer.GetAsync(task);
        left.Find("p.notice").ShouldBeNull();
        var closed = await left.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "đã xong").SubmitAsync();
        closed.Find("p.notice:not(.done)")!.TextContent.ShouldContain("không ghi thêm vào nhiệm vụ của nó được");
    }

    [Fact]
    public async Task The_end_of_the_earlier_plan_moves_also_where_the_later_one_had_no_day_at_first()
    {
        var (earlier, later) = (await EarlierAsync(), await AheadAsync());
        using var officer = await app.SignInAsync(Officer);
        await app.QueryAsync(async db =>
        {
            (await db.Set<Plan>().SingleAsync(p => p.Id == later.Id)).Correct(new PlanFacts { Title = "Kế hoạch thử", Level = PlanLevel.Commune }, PlantedPlans.At);
            return await db.SaveChangesAsync();
        });
        await ConfirmAsync(officer, later, earlier);
        (await PlanAsync(earlier.Id)).EndedOn.ShouldBe(new DateOnly(2026, 11, 21), "the day it was confirmed");
        var corrected = await (await officer.GetAsync($"/ke-hoach/{later.Id}/van-ban")).Form("Ghi").Set("FirstYear", "2027").Set("LastYear", "2030").SubmitAsync();
        (await PlanAsync(later.Id)).RunsFrom.ShouldBe(NewYear, corrected.Text);
        (await PlanAsync(earlier.Id)).EndedOn.ShouldBe(NewYear);
    }

    [Fact]
    public async Task What_was_done_is_told_in_the_language_of_the_page()
    {
        var (plan, ahead, draft) = (await EarlierAsync(), await AheadAsync(), await AheadAsync());
        using var officer = await app.SignInAsync(Officer);
        officer.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        async Task<string> ToldAsync(string page, Func<PageView, FormFill> form) =>
            (await form(await officer.GetAsync($"/ke-hoach/{page}")).SubmitAsync()).Find(".notice.done")!.TextContent;
        (await ToldAsync($"{plan.Id}/thu-hoi", p => p.Form("Withdraw", "main").Set("Reason", "nạp nhầm"))).ShouldBe("The plan is withdrawn.");
        (await ToldAsync($"{plan.Id}/thu-hoi", p => p.Form("Take the plan back"))).ShouldBe("The plan is taken back.");
        (await ToldAsync($"{ahead.Id}/kiem-tra", p => p.Form("Confirm the plan").Set("EarlierId", ""))).ShouldStartWith("The plan is confirmed and in force;");
        (await ToldAsync($"{draft.Id}/kiem-tra", p => p.Form("Throw this draft away"))).ShouldBe("The draft is thrown away.");
    }
}

public sealed class PlanEndOnSqlite(SqliteApp app) : PlanEndFeatures(app), IClassFixture<SqliteApp>;

public sealed class PlanEndOnPostgres(PostgresApp app) : PlanEndFeatures(app), IClassFixture<PostgresApp>;
