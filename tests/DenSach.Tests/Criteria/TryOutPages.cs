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
    [InlineData("/tieu-chi/don-vi-hoc-tap-huyen-2023/1")]
    public async Task In_English_only_the_texts_of_the_sets_stay_Vietnamese(string url)
    {
        using var session = await app.SignInAsync("truong-hoc");
        (await session.GetAsync($"{url}?ngon-ngu=en")).LeftInVietnamese().ShouldBeEmpty();
    }
}
