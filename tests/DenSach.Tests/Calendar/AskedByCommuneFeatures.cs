using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Calendar;

/// <summary>What the commune's plan asks of a hamlet, a school or a learning centre is told there while there is time, once, and is the commune's to settle.</summary>
public abstract class AskedByCommuneFeatures(TestApp app)
{
    private const string Asked = "Kế hoạch cấp xã hỏi tới";
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[0];

    private static DeadlineContent Due(string what, int day = 20, int month = 12) =>
        new()
        {
            Day = day,
            Month = month,
            Year = 2026,
            Relation = "by",
            Recurrence = "once",
            What = what,
            SentTo = "UBND xã",
        };

    private Task<Plan> CommuneAsync(Action<Plan> fill) => app.PlantAsync(KnownAreas.BinhLu, fill, firstYear: 2026, level: PlanLevel.Commune);

    private Task<Plan> AskingAsync(DeadlineContent due, string? lead = null) =>
        CommuneAsync(p =>
        {
            var deadline = p.Add(due);
            if (lead is not null)
            {
                p.Add(
                    new TaskContent
                    {
                        Lead = lead,
                        What = due.What,
                        DeadlinePlace = deadline.Place,
                    }
                );
            }
        });

    private static async Task<IReadOnlyList<IElement>> RowsAsync(Session who, string words) =>
        [.. (await who.GetAsync("/viec")).FindAll("ol a").Where(a => a.TextContent.Contains(words, StringComparison.Ordinal))];

    private async Task<IReadOnlyList<IElement>> RowsAsync(string account, string words)
    {
        using var who = await app.SignInAsync(account);
        return await RowsAsync(who, words);
    }

    [Theory]
    [InlineData("Các bản nộp danh sách thử hỏi tới", "truong-ban", "chi-hoi", "truong-ban-2")]
    [InlineData("Các trường học nộp danh sách thử hỏi tới", "truong-hoc")]
    [InlineData("Trung tâm học tập cộng đồng nộp danh sách thử hỏi tới", "trung-tam")]
    public async Task It_is_told_to_whom_it_asks_and_leads_to_the_month_with_a_message_and_nothing_to_settle(string what, params string[] accounts)
    {
        await AskingAsync(Due(what));
        foreach (var account in new[] { "truong-ban", "chi-hoi", "truong-ban-2", "truong-hoc", "trung-tam" })
        {
            using var who = await app.SignInAsync(account);
            var rows = await RowsAsync(who, what);
            rows.Count.ShouldBe(accounts.Contains(account) ? 1 : 0, account);
            if (rows is [var row])
            {
                row.QuerySelector(".title")!.TextContent.ShouldBe($"{Asked}: còn 29 ngày");
                var month = await who.GetAsync(row.GetAttribute("href")!.Split('#')[0]);
                month.Status.ShouldBe(HttpStatusCode.OK);
                month.Find("#notice")!.TextContent.ShouldContain(what);
                month.Document.GetElementById(row.GetAttribute("href")!.Split('#')[1])!.QuerySelector("details.settle").ShouldBeNull("it is the commune's to settle");
            }
        }
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await RowsAsync(officer, what)).Single().QuerySelector(".title")!.TextContent.ShouldBe("Hạn trong kế hoạch: còn 29 ngày");
    }

    [Fact]
    public async Task What_the_hamlet_took_over_is_told_once_and_by_its_own_day()
    {
        var commune = await AskingAsync(Due("Các bản nộp bảng thử lấy theo"));
        await app.PlantAsync(
            Hamlet,
            p =>
            {
                p.CopyFrom(commune);
                p.Deadlines[0].Correct(p.Deadlines[0].Content with { Day = 10 });
            },
            firstYear: 2026
        );
        var row = (await RowsAsync("truong-ban", "Các bản nộp bảng thử lấy theo")).Single();
        row.QuerySelector(".title")!.TextContent.ShouldBe("Hạn trong kế hoạch: còn 19 ngày");
        (await RowsAsync("truong-ban-2", "Các bản nộp bảng thử lấy theo")).Single().TextContent.ShouldContain(Asked);
    }

    [Fact]
    public async Task What_a_task_of_ones_own_tells_is_not_told_again()
    {
        await AskingAsync(Due("Nộp sổ theo dõi thử", 30, 11), "Các bản");
        using var head = await app.SignInAsync("truong-ban");
        (await RowsAsync(head, "nhiệm vụ của mình")).ShouldNotBeEmpty("his task is told");
        (await RowsAsync(head, "Nộp sổ theo dõi thử")).ShouldAllBe(row => !row.TextContent.Contains(Asked, StringComparison.Ordinal), "and nothing beside it");
        (await RowsAsync("chi-hoi", "Nộp sổ theo dõi thử")).Single().TextContent.ShouldContain(Asked, customMessage: "the task is the head's, the branch hears of its day");
    }

    [Theory]
    [InlineData("Nộp phiếu thử đã nộp phần mình", 30, 11)]
    [InlineData("Nộp phiếu thử đã nộp từ sớm", 20, 12)]
    public async Task Who_told_his_own_part_done_is_not_asked_again(string what, int day, int month)
    {
        var plan = await AskingAsync(Due(what, day, month), "Các bản");
        using var head = await app.SignInAsync("truong-ban");
        var told = await (await head.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã nộp").SubmitAsync();
        told.Text.ShouldContain("Phần mình: đã xong");
        (await RowsAsync(head, what)).ShouldBeEmpty();
        (await RowsAsync("chi-hoi", what)).Single().TextContent.ShouldContain(Asked, customMessage: "the part was the head's");
    }

    [Fact]
    public async Task A_task_that_was_given_an_earlier_day_is_told_by_that_day_alone_and_done_for_it()
    {
        const string What = "Nộp phiếu thử giao sớm hơn";
        var plan = await AskingAsync(Due(What), "Các bản");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        (await RowsAsync(head, What)).Single().TextContent.ShouldContain(Asked);
        await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi việc giao").Set("DueOn", "2026-12-01").SubmitAsync();
        (await RowsAsync(head, What)).ShouldAllBe(row => !row.TextContent.Contains(Asked, StringComparison.Ordinal));
        (await RowsAsync(head, "nhiệm vụ của mình")).ShouldNotBeEmpty();
        await (await head.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã nộp").SubmitAsync();
        (await RowsAsync(head, What)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Told_done_for_one_month_the_next_is_asked_all_the_same()
    {
        var plan = await AskingAsync(Due("Nộp phiếu thử từng tháng", 30) with { Month = null, Year = null, Recurrence = "monthly" }, "Các bản");
        using var head = await app.SignInAsync("truong-ban");
        await (await head.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã nộp tháng 11").SubmitAsync();
        (await RowsAsync(head, "Nộp phiếu thử từng tháng")).Single().QuerySelector(".title")!.TextContent.ShouldBe($"{Asked}: còn 39 ngày");
    }

    [Fact]
    public async Task What_went_by_is_not_called_late_there_and_what_the_commune_told_done_asks_nothing_more()
    {
        await AskingAsync(Due("Các bản nộp phiếu thử đã qua", 20, 11));
        var plan = await AskingAsync(Due("Các bản nộp phiếu thử đã đủ"));
        (await RowsAsync("truong-ban", "Các bản nộp phiếu thử đã qua")).ShouldBeEmpty();
        (await RowsAsync("truong-ban", "Các bản nộp phiếu thử đã đủ")).Count.ShouldBe(1);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var key = string.Create(CultureInfo.InvariantCulture, $"{plan.Id:N}-1-20261220");
        var month = await officer.GetAsync($"/lich/2026/12?han={key}");
        (await month.Form("Đã xong", $"li[id='{key}']").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await RowsAsync("truong-ban", "Các bản nộp phiếu thử đã đủ")).ShouldBeEmpty();
    }
}

public sealed class AskedByCommuneOnSqlite(SqliteApp app) : AskedByCommuneFeatures(app), IClassFixture<SqliteApp>;

public sealed class AskedByCommuneOnPostgres(PostgresApp app) : AskedByCommuneFeatures(app), IClassFixture<PostgresApp>;
