using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>It is November 2026, and a plan for the years from 2027 on is there: it can be followed, and asks nothing that recurs before its time.</summary>
public abstract class AheadOfItsYearFeatures(TestApp app)
{
    private const string Sentence = "Có hiệu lực từ 5/11/2026; chỉ tiêu và việc định kỳ tính từ năm 2027.";
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[0];

    private static async Task<List<string>> DueAsync(Session who, int year, Guid plan) =>
        [
            .. JsonDocument
                .Parse(await who.Http.GetStringAsync($"/api/calendar?year={year}"))
                .RootElement.GetProperty("items")
                .EnumerateArray()
                .Where(i => i.GetProperty("planId").ValueKind != JsonValueKind.Null && i.GetProperty("planId").GetGuid() == plan)
                .Select(i => i.GetProperty("day").GetString()!),
        ];

    private static void Fill(Plan plan)
    {
        plan.Add(
            new TargetContent
            {
                Subject = PlanSubject.Household,
                Title = "Gia đình học tập",
                Measure = "hộ gia đình",
                Value = 80,
                Unit = "%",
                Year = 2030,
            }
        );
        plan.Add(Deadline("yearly", 30, 11, null, "Các bản báo cáo năm thử"));
        plan.Add(Deadline("once", 15, 12, 2026, "Hội Khuyến học xã tập huấn thử"));
        plan.Add(Deadline("once", 30, 6, 2026, "Hội Khuyến học xã khảo sát thử"));
        plan.Add(new TaskContent { Lead = "Hội Khuyến học xã", What = "chuẩn bị tài liệu thử" });
    }

    private static DeadlineContent Deadline(string recurrence, int day, int month, int? year, string what) =>
        new()
        {
            Relation = "by",
            Recurrence = recurrence,
            Day = day,
            Month = month,
            Year = year,
            What = what,
            SentTo = "UBND xã",
        };

    private Task<Plan> AheadAsync(int area, bool confirmed = true, int? issuedYear = 2026) =>
        app.PlantAsync(
            area,
            plan =>
            {
                Fill(plan);
                if (confirmed)
                {
                    plan.Confirm(PlantedPlans.At, Guid.CreateVersion7());
                }
            },
            issuedYear is null ? null : new DateOnly(2026, 11, 5),
            2027,
            2030,
            level: PlanLevel.Commune
        );

    [Fact]
    public async Task It_asks_no_round_and_no_report_of_a_year_before_its_own()
    {
        var plan = await AheadAsync(KnownAreas.TuyAnTay);
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var asked = (await officer.GetAsync("/viec")).FindAll("ol a").Select(a => a.GetAttribute("href")!).Where(h => h.Contains($"{plan.Id}") || h.Contains($"{plan.Id:N}"));
        asked
            .Where(h => !h.StartsWith("/nhiem-vu?xem=cua-toi", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldContain("20261215", customMessage: "the day that names its year, and no round and no yearly report of 2026");
        (await DueAsync(officer, 2026, plan.Id)).ShouldBe(["2026-06-30", "2026-12-15"], "what names its year is asked when it says");
        (await DueAsync(officer, 2027, plan.Id)).ShouldBe(["2027-11-30"]);
        var page = await officer.GetAsync($"/ke-hoach/{plan.Id}");
        page.Text.ShouldContain(Sentence);
        page.Text.ShouldNotContain("Bắt đầu từ");
        page.Text.ShouldNotContain("Mở đợt đánh giá theo kế hoạch này");
        page.Text.ShouldContain("30/11/2027");
        page.Text.ShouldNotContain("30/11/2026");
        page.Text.ShouldContain("đã qua trước khi xác nhận kế hoạch, không theo dõi ở đây");
        (await officer.GetAsync("/ke-hoach?trang-thai=InForce")).Text.ShouldContain("Có hiệu lực, tính từ năm 2027");
        (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}")).Text.ShouldContain("chuẩn bị tài liệu thử");
    }

    [Fact]
    public async Task What_went_by_before_the_plan_was_there_is_past_and_neither_late_nor_asked()
    {
        await AheadAsync(KnownAreas.TuyAnTay);
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var june = await officer.GetAsync("/lich/2026/6");
        var line = june.FindAll("ul.due li").Single(li => li.TextContent.Contains("khảo sát thử", StringComparison.Ordinal));
        line.TextContent.ShouldContain("Đã qua trước khi xác nhận kế hoạch, không theo dõi ở đây");
        line.QuerySelector("form").ShouldBeNull();
        june.Find("#notice")!.TextContent.ShouldNotContain("khảo sát thử");
        (await officer.GetAsync("/lich")).Find("#late")?.TextContent.ShouldNotContain("khảo sát thử");
        (await officer.GetAsync("/viec")).Text.ShouldNotContain("khảo sát thử");
    }

    [Fact]
    public async Task Its_targets_wait_for_its_period_beside_those_of_the_plan_that_runs()
    {
        var plan = await AheadAsync(KnownAreas.BinhLu);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var page = await officer.GetAsync($"/chi-tieu?diaban={KnownAreas.BinhLu}");
        var card = page.Find($"section[aria-labelledby='p-{plan.Id}']")!;
        card.TextContent.ShouldContain("Chưa đến kỳ: tính từ năm 2027");
        card.QuerySelector("tbody tr")!.TextContent.ShouldContain("Chưa đến kỳ");
        page.FindAll("section[aria-labelledby^='p-']").Last().TextContent.ShouldContain("Chưa đến kỳ", customMessage: "the plan that runs stands first");
        page.FindAll("section[aria-labelledby^='p-']").First().TextContent.ShouldNotContain("Chưa đến kỳ");
        (await app.CommandLineAsync("targets", "--area", $"{KnownAreas.BinhLu}")).Output.ShouldContain("(chưa đến kỳ: tính từ năm 2027)");
        (await officer.GetAsync($"/chi-tieu?diaban={KnownAreas.BinhLu}&ngay=2027-01-01")).Text.ShouldNotContain("Chưa đến kỳ");
        officer.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        foreach (var url in new[] { "/chi-tieu", $"/ke-hoach/{plan.Id}", "/ke-hoach", "/lich/2026/6" })
        {
            (await officer.GetAsync(url)).LeftInVietnamese().ShouldBeEmpty(url);
        }
    }

    [Fact]
    public async Task The_plan_it_replaces_counts_to_the_end_of_the_year_and_can_be_taken_back()
    {
        var earlier = await app.PlantAsync(
            KnownAreas.NongCong,
            plan =>
            {
                plan.Add(Deadline("yearly", 30, 11, null, "Các bản báo cáo năm cũ"));
                plan.Confirm(PlantedPlans.At, Guid.CreateVersion7());
            },
            new DateOnly(2021, 3, 1),
            level: PlanLevel.Commune
        );
        var later = await AheadAsync(KnownAreas.NongCong, confirmed: false);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var check = await officer.GetAsync($"/ke-hoach/{later.Id}/kiem-tra");
        check.Text.ShouldContain("Kế hoạch được thay vẫn có hiệu lực đến hết 31/12/2026 nếu nó đang thực hiện: giai đoạn của kế hoạch này bắt đầu năm 2027.");
        var done = await check.Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier.Id}").SubmitAsync();
        done.Text.ShouldContain("Kế hoạch đã có hiệu lực; chỉ tiêu và việc định kỳ tính từ năm đầu của giai đoạn.");
        done.Text.ShouldContain(Sentence);
        (await DueAsync(officer, 2026, earlier.Id)).ShouldBe(["2026-11-30"]);
        (await DueAsync(officer, 2027, earlier.Id)).ShouldBeEmpty();
        (await DueAsync(officer, 2027, later.Id)).ShouldBe(["2027-11-30"]);
        var old = await officer.GetAsync($"/ke-hoach/{earlier.Id}");
        old.Text.ShouldContain("Đang thực hiện");
        old.Text.ShouldContain("Có hiệu lực đến hết 31/12/2026.");
        old.Text.ShouldNotContain("Hết hiệu lực từ");
        old.Text.ShouldNotContain("Lấy lại kế hoạch");
        (await officer.GetAsync("/ke-hoach?trang-thai=InForce")).FindAll("table a").ShouldContain(a => a.GetAttribute("href") == $"/ke-hoach/{earlier.Id}");
        (await officer.GetAsync("/ke-hoach?trang-thai=Ended")).FindAll("table a").ShouldNotContain(a => a.GetAttribute("href") == $"/ke-hoach/{earlier.Id}");

        // The later one was a slip: the end that it set is taken back.
        await (await officer.GetAsync($"/ke-hoach/{later.Id}/thu-hoi")).Form("Thu hồi").Set("Reason", "nạp nhầm").SubmitAsync();
        await (await officer.GetAsync($"/ke-hoach/{earlier.Id}/thu-hoi")).Form("Lấy lại kế hoạch").SubmitAsync();
        (await app.QueryAsync(db => db.Set<Plan>().SingleAsync(p => p.Id == earlier.Id))).EndedOn.ShouldBeNull();
        (await DueAsync(officer, 2027, earlier.Id)).ShouldBe(["2027-11-30"]);
    }

    [Fact]
    public async Task What_is_replaced_can_be_withdrawn_before_the_later_one_begins()
    {
        var earlier = await app.PlantAsync(KnownAreas.NongCong, p => p.Confirm(PlantedPlans.At, Guid.CreateVersion7()), new DateOnly(2021, 3, 1), level: PlanLevel.Commune);
        var later = await AheadAsync(KnownAreas.NongCong, confirmed: false);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        await (await officer.GetAsync($"/ke-hoach/{later.Id}/kiem-tra")).Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier.Id}").SubmitAsync();
        var gone = await (await officer.GetAsync($"/ke-hoach/{earlier.Id}/thu-hoi")).Form("Thu hồi").Set("Reason", "Văn bản mới bãi bỏ từ ngày ký").SubmitAsync();
        gone.Text.ShouldContain("Hết hiệu lực từ 21/11/2026");
        gone.Text.ShouldContain("Văn bản mới bãi bỏ từ ngày ký");
    }

    [Fact]
    public async Task Where_the_period_of_the_later_one_is_corrected_the_end_of_the_earlier_goes_with_it()
    {
        var earlier = await app.PlantAsync(KnownAreas.NongCong, p => p.Confirm(PlantedPlans.At, Guid.CreateVersion7()), new DateOnly(2021, 3, 1), level: PlanLevel.Commune);
        var later = await AheadAsync(KnownAreas.NongCong, confirmed: false);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        await (await officer.GetAsync($"/ke-hoach/{later.Id}/kiem-tra")).Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier.Id}").SubmitAsync();
        await (await officer.GetAsync($"/ke-hoach/{later.Id}/van-ban")).Form("Ghi").Set("FirstYear", "2028").SubmitAsync();
        (await app.QueryAsync(db => db.Set<Plan>().SingleAsync(p => p.Id == earlier.Id))).EndedOn.ShouldBe(new DateOnly(2028, 1, 1));
    }

    [Fact]
    public async Task A_hamlets_plan_for_next_year_is_there_to_be_worked_by_at_once()
    {
        using var head = await app.SignInAsync("truong-ban");
        var write = (await head.GetAsync("/ke-hoach/viet")).Form("Viết tiếp").Set("Title", "Xây dựng bản học tập năm 2027").Set("FirstYear", "2027").Set("LastYear", "2027");
        var id = (await write.SubmitAsync()).PlanId();
        var form = (await head.GetAsync($"/ke-hoach/{id}/nhiem-vu")).Form("Ghi").Set("Lead", "Bà con trong bản").Set("What", "dọn nhà văn hóa thử");
        await form.Set("Partners", "Các thôn, bản\nHội Phụ nữ").SubmitAsync();
        var confirmed = await (await head.GetAsync($"/ke-hoach/{id}/kiem-tra")).Form("Xác nhận kế hoạch").SubmitAsync();
        confirmed.Text.ShouldContain("Có hiệu lực từ 21/11/2026; chỉ tiêu và việc định kỳ tính từ năm 2027.");
        confirmed.Text.ShouldNotContain("Bắt đầu từ");
        (await head.GetAsync($"/nhiem-vu?ke-hoach={id}")).Text.ShouldContain("dọn nhà văn hóa thử");
        (await head.GetAsync("/kho-khan/bao")).FindAll("option").ShouldContain(o => o.GetAttribute("value") == $"{id}");
        (await (await head.GetAsync($"/nhiem-vu/{id}/1")).Form("Ghi việc giao").Set("DueOn", "2026-12-20").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await DueAsync(head, 2026, id)).ShouldBe(["2026-12-20"], "it is prepared before its year");
        var yearly = await (await head.GetAsync($"/nhiem-vu/{id}/1")).Form("Ghi việc giao").Set("DueOn", "2026-12-20").Set("Yearly", "true").SubmitAsync();
        yearly.Text.ShouldContain("Việc hằng năm của kế hoạch này tính từ năm 2027: hãy chọn ngày của năm đó.");
        var task = await app.QueryAsync(db => db.Set<Modules.Plans.PlanTask>().SingleAsync(t => t.PlanId == id));
        task.PartnerList.ShouldBe(["Các thôn, bản", "Hội Phụ nữ"], "by hand each line is one");
    }

    [Fact]
    public async Task A_hamlet_sees_what_asks_hamlets_once_and_no_duty_of_an_office()
    {
        var commune = await app.PlantAsync(
            KnownAreas.BinhLu,
            plan =>
            {
                plan.Add(Deadline("yearly", 10, 11, null, "Các bản nộp danh sách thử"));
                plan.Add(Deadline("yearly", 12, 11, null, "Trưởng bản báo cáo thử"));
                plan.Add(Deadline("yearly", 14, 11, null, "Hội Khuyến học xã tổng hợp báo cáo của các bản thử"));
                plan.Confirm(PlantedPlans.At, Guid.CreateVersion7());
            },
            new DateOnly(2026, 3, 1),
            level: PlanLevel.Commune
        );
        var own = await app.PlantAsync(
            Hamlet,
            plan =>
            {
                plan.CopyFrom(commune, item => item is { Kind: PlanItemKind.Deadline, Place: 1 });
                var taken = plan.Deadlines.Single();
                taken.Correct(taken.Content with { Day = 5 });
            },
            firstYear: 2027
        );
        using var head = await app.SignInAsync("truong-ban");
        (await DueAsync(head, 2026, commune.Id)).ShouldBe(["2026-11-10", "2026-11-12"], "its own plan does not run yet");
        (await DueAsync(head, 2026, own.Id)).ShouldBeEmpty();
        (await DueAsync(head, 2027, own.Id)).ShouldBe(["2027-11-05"], "with the day it set itself");
        (await DueAsync(head, 2027, commune.Id)).ShouldBe(["2027-11-12"]);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await DueAsync(officer, 2027, commune.Id)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_comes_every_year_is_not_told_done_before_its_first_one()
    {
        var plan = await app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
            {
                var due = p.Add(Deadline("yearly", 30, 11, null, "Báo cáo năm thử"));
                var once = p.Add(Deadline("once", 15, 12, 2026, "Tập huấn thử"));
                p.Add(
                    new TaskContent
                    {
                        Lead = "Hội Khuyến học xã",
                        What = "báo cáo năm thử",
                        DeadlinePlace = due.Place,
                    }
                );
                p.Add(
                    new TaskContent
                    {
                        Lead = "Hội Khuyến học xã",
                        What = "tập huấn thử",
                        DeadlinePlace = once.Place,
                    }
                );
                p.Confirm(PlantedPlans.At, Guid.CreateVersion7());
            },
            new DateOnly(2026, 11, 5),
            2027,
            2030,
            level: PlanLevel.Commune
        );
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var yearly = await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "xong năm nay").SubmitAsync();
        yearly.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        yearly.Text.ShouldContain("Việc định kỳ của kế hoạch này tính từ năm 2027");
        (await yearly.Form("Ghi tiến độ").Set("State", "Doing").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK, "what is prepared is told");
        var once = await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/2")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "đã tập huấn").SubmitAsync();
        once.Status.ShouldBe(HttpStatusCode.OK, "what comes once is done when it is");
    }

    [Fact]
    public async Task What_is_proposed_to_a_hamlet_under_a_plan_ahead_is_of_its_years_and_asks_hamlets()
    {
        var plan = await AheadAsync(KnownAreas.BinhLu);
        using var head = await app.SignInAsync("truong-ban");
        var page = await head.GetAsync($"/ke-hoach/viet?theo={plan.Id}");
        page.FindAll("#take-over input[name=Deadlines]").Count().ShouldBe(3);
        page.FindAll("#take-over input[name=Deadlines][checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("1");
        page.FindAll("#take-over input[name=Tasks][checked]").ShouldBeEmpty("it is work of the association");
    }

    [Fact]
    public async Task A_deadline_of_a_named_year_that_is_to_recur_is_refused_with_what_to_do()
    {
        var plan = await AheadAsync(KnownAreas.NongCong, confirmed: false);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var form = (await officer.GetAsync($"/ke-hoach/{plan.Id}/han")).Form("Ghi").Set("Day", "30").Set("Month", "11").Set("Year", "2027").Set("What", "gửi báo cáo thử");
        var refused = await form.Set("Recurrence", "yearly").SubmitAsync();
        refused.Text.ShouldContain("Hạn ghi năm 2027 thì chỉ đến một lần: hãy để trống ô năm nếu hạn lặp lại, hoặc thôi chọn lặp lại.");
        refused.Find("#What")!.TextContent.ShouldContain("gửi báo cáo thử");
        (await refused.Form("Ghi").Set("Recurrence", "once").SubmitAsync()).Text.ShouldContain("gửi báo cáo thử");
        (await app.QueryAsync(db => db.Set<Modules.Plans.PlanDeadline>().SingleAsync(d => d.PlanId == plan.Id && d.Year == 2027))).Said.ShouldBe("trước 30/11/2027");
    }
}

public sealed class AheadOfItsYearOnSqlite(SqliteApp app) : AheadOfItsYearFeatures(app), IClassFixture<SqliteApp>;

public sealed class AheadOfItsYearOnPostgres(PostgresApp app) : AheadOfItsYearFeatures(app), IClassFixture<PostgresApp>;
