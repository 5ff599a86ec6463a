using System.Net;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Criteria;

public sealed class TryOutPages(SqliteApp app) : IClassFixture<SqliteApp>
{
    private const string School = "/tieu-chi/don-vi-hoc-tap-huyen-2023";

    [Fact]
    public async Task A_school_is_scored_by_the_circular_without_a_round_and_the_sheet_says_what_is_missing()
    {
        using var session = await app.SignInAsync("truong-hoc");
        var list = await session.GetAsync("/tieu-chi");
        var link = list.FindAll("a.row-link").Single(a => a.GetAttribute("href")!.StartsWith(School, StringComparison.Ordinal)).GetAttribute("href")!;
        var page = await session.GetAsync(link);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Bộ chính thức, đầy đủ");
        var scored = await page.Form("Chấm thử").SubmitAsync();
        scored.Text.ShouldContain("Chưa đủ câu trả lời");
    }

    private static readonly Dictionary<string, string> Members = new()
    {
        ["members"] = "30",
        ["members_disciplined"] = "27",
        ["members_trained"] = "27",
        ["members_digital"] = "27",
        ["members_language"] = "15",
        ["members_advanced"] = "27",
        ["members_titled"] = "27",
        ["digital_grade"] = "co-ban",
    };

    private static FormFill Fill(PageView page, Dictionary<string, string> facts)
    {
        var form = page.Form("Chấm thử");
        foreach (var (name, value) in facts)
        {
            form.Set($"f.{name}", value);
        }
        foreach (var select in page.FindAll("select[name^='a.']"))
        {
            form.Set(select.GetAttribute("name")!, "yes");
        }
        foreach (var seen in page.FindAll("input[name^='e.']"))
        {
            form.Set(seen.GetAttribute("name")!, "1");
        }
        return form;
    }

    [Fact]
    public async Task The_first_worked_case_of_a_school_passes_on_the_page_and_one_member_fewer_does_not()
    {
        using var session = await app.SignInAsync("truong-hoc");
        var empty = await session.GetAsync($"{School}/2");
        var page = await empty.Form("Chấm thử").Set("muc", "muc-1").Set("nhom", "cong-lap").Also("nhom", "pho-thong").SubmitAsync();
        var passed = await Fill(page, Members).SubmitAsync();
        passed.Find("section[aria-labelledby=result] .chip")!.TextContent.ShouldBe("Đạt", passed.Text);
        var missed = await Fill(page, new(Members) { ["members_trained"] = "26" }).SubmitAsync();
        missed.Find("section[aria-labelledby=result] .chip")!.TextContent.ShouldBe("Chưa đạt");
        missed.Find("section[aria-labelledby=result]")!.TextContent.ShouldContain("2.2");
    }

    [Fact]
    public async Task A_title_that_is_held_is_chosen_with_its_day()
    {
        using var session = await app.SignInAsync("truong-hoc");
        var empty = await session.GetAsync($"{School}/2?ngay=2027-02-10");
        var page = await empty.Form("Chấm thử").Set("muc", "muc-2").Set("nhom", "cong-lap").Also("nhom", "pho-thong").SubmitAsync();
        var facts = new Dictionary<string, string>(Members)
        {
            ["members_disciplined"] = "29",
            ["members_trained"] = "29",
            ["members_digital"] = "29",
            ["members_language"] = "21",
            ["members_advanced"] = "29",
            ["members_titled"] = "29",
            ["digital_grade"] = "tot",
            ["unit_title"] = "muc-1",
        };
        (await Fill(page, facts).SubmitAsync()).Text.ShouldContain("hãy chọn ngày được công nhận");
        (await Fill(page, facts).Set("d.unit_title", "2026-02-10").SubmitAsync()).Find("section[aria-labelledby=result] .chip")!.TextContent.ShouldBe("Đạt");
        (await Fill(page, facts).Set("d.unit_title", "2026-02-11").SubmitAsync()).Find("section[aria-labelledby=result] .chip")!.TextContent.ShouldBe("Chưa đạt");
    }

    [Fact]
    public async Task A_commune_in_a_hard_area_needs_less_when_the_area_is_ticked()
    {
        using var session = await app.SignInAsync("truong-hoc");
        var page = await session.GetAsync("/tieu-chi/cong-dong-hoc-tap-xa-2023/1?muc=muc-1");
        var facts = new Dictionary<string, string>
        {
            ["citizens"] = "10000",
            ["citizens_titled"] = "6000",
            ["citizens_trained"] = "4500",
            ["citizens_graduate"] = "1100",
            ["preschool"] = "dat",
            ["primary"] = "muc-2",
            ["lower_secondary"] = "muc-2",
            ["literacy"] = "muc-1",
        };
        (await Fill(page, facts).SubmitAsync()).Find("section[aria-labelledby=result] .chip")!.TextContent.ShouldBe("Chưa đạt");
        (await Fill(page, facts).Set("vung", "kho-khan").SubmitAsync()).Find("section[aria-labelledby=result] .chip")!.TextContent.ShouldBe("Đạt");
    }

    [Fact]
    public async Task A_line_that_rules_out_is_answered_by_yes_or_no_and_not_by_met()
    {
        using var session = await app.SignInAsync("truong-hoc");
        var page = await session.GetAsync("/tieu-chi/mau-gia-dinh-2026/1");
        var options = page.FindAll("select[name='a.5.1'] option").Select(o => o.TextContent).ToList();
        options.ShouldContain("Có");
        options.ShouldContain("Không");
        options.ShouldNotContain("Có, đạt");
    }

    [Fact]
    public async Task A_draft_without_lines_is_shown_as_such_and_cannot_score()
    {
        using var session = await app.SignInAsync("truong-hoc");
        var list = await session.GetAsync("/tieu-chi");
        var link = list.FindAll("a.row-link").Single(a => a.GetAttribute("href")!.StartsWith("/tieu-chi/gia-dinh-hoc-tap-2022", StringComparison.Ordinal)).GetAttribute("href")!;
        (await session.GetAsync(link)).Text.ShouldContain("Chưa có bảng tiêu chí");
    }

    [Theory]
    [InlineData("/tieu-chi")]
    [InlineData("/tieu-chi/don-vi-hoc-tap-huyen-2023/2")]
    [InlineData("/tieu-chi/cong-dong-hoc-tap-xa-2023/1")]
    public async Task In_English_only_the_texts_of_the_sets_stay_Vietnamese(string url)
    {
        using var session = await app.SignInAsync("truong-hoc");
        (await session.GetAsync($"{url}?ngon-ngu=en")).LeftInVietnamese().ShouldBeEmpty();
    }
}
