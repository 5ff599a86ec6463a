using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Coordination;
using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using static DenSach.Tests.Coordination.Sent;

namespace DenSach.Tests.Coordination;

/// <summary>Regulations of several parties that are looked at again; and whose committees and regulations are whose.</summary>
public abstract class CoordinationFeatures(TestApp app)
{
    [Fact]
    public async Task Another_commune_sees_and_keeps_nothing_here_and_a_hamlet_only_reads()
    {
        using var officer = await app.SignInAsync("lanh-dao-xa");
        var id = await IdAsync(await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu, "Ban chỉ đạo của riêng Bình Lư")));
        var regulation = await IdAsync(await officer.PostJsonAsync("/api/coordination/regulations", Keep("UBND xã\nHội Khuyến học xã")));
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        foreach (var url in new[] { $"/ban-chi-dao/{id}", $"/quy-che/{regulation}" })
        {
            (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound, url);
        }
        (await stranger.GetAsync("/ban-chi-dao")).Text.ShouldNotContain("Ban chỉ đạo của riêng Bình Lư");
        (await stranger.PostJsonAsync("/api/coordination/members", Change(id, 1, name: "A"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.PostJsonAsync("/api/coordination/regulations", Keep("A\nB"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.PostJsonAsync("/api/coordination/regulations", Keep("A\nB", regulation, 1, area: KnownAreas.NongCong))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var hamlet = await app.SignInAsync("truong-ban");
        (await hamlet.GetAsync($"/ban-chi-dao/{id}")).Text.ShouldNotContain("Thêm thành viên");
        (await hamlet.PostJsonAsync("/api/coordination/members", Change(id, 1, name: "A"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hamlet.GetAsync("/quy-che/moi")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_regulation_has_two_parties_and_paper_that_fits()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        foreach (var bad in new[] { Keep("UBND xã"), Keep("UBND xã\nubnd  xã"), Keep("A\nB", number: new string('1', 61)), Keep("A\nB", reviewOn: "9999-12-31") })
        {
            (await officer.PostJsonAsync("/api/coordination/regulations", bad)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        (await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu, number: new string('1', 61)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu, from: "0001-01-01"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.PostJsonAsync("/api/coordination/regulations", Keep("A\nB", area: KnownAreas.BinhLuHamlets[0]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_review_keeps_what_was_found_and_its_day_is_told_before_it_comes()
    {
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var id = await IdAsync(await officer.PostJsonAsync("/api/coordination/regulations", Keep("UBND xã\nHội Khuyến học xã", reviewOn: "2026-12-06", area: KnownAreas.TuyAnTay)));
        (await officer.GetAsync("/viec")).Text.ShouldNotContain("quy chế phối hợp cần rà soát", customMessage: "15 days ahead is too early");
        var form = (await officer.GetAsync($"/quy-che/{id}")).Form("Ghi quy chế");
        (await form.Set("ReviewOn", "2026-12-05").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync("/viec")).Text.ShouldContain("1 quy chế phối hợp cần rà soát");
        var review = (await officer.GetAsync($"/quy-che/{id}")).Form("Ghi lần rà soát");
        review["Next"].ShouldBe("2027-11-21", "proposed: nothing tells of a rhythm, so in a year");
        var forgotten = await review.Set("Found", "Hai bên họp đủ bốn kỳ").Set("Next", "").SubmitAsync();
        forgotten.Status.ShouldBe(HttpStatusCode.BadRequest, "without a next day nobody would be reminded");
        forgotten.Text.ShouldContain("Hãy chọn ngày rà soát lần tới");
        var reviewed = await forgotten.Form("Ghi lần rà soát").Set("Next", "2027-12-05").SubmitAsync();
        reviewed.Text.ShouldContain("5/12/2027");
        var again = await reviewed.Form("Ghi lần rà soát").Set("Found", "Xem lại lần hai").Set("On", "2026-11-20").Set("Next", "2027-12-05").SubmitAsync();
        var history = again.FindAll("section[aria-labelledby=reviews] li").Select(li => li.TextContent).ToList();
        history.Count.ShouldBe(2, "the first review stays");
        history[0].ShouldContain("Xem lại lần hai");
        history[0].ShouldContain("20/11/2026");
        history[1].ShouldContain("Hai bên họp đủ bốn kỳ");
        history[1].ShouldContain("Cán bộ Hội Khuyến học xã, xã Tuy An Tây");
        (await again.Form("Ghi lần rà soát").Set("Found", "Chưa tới").Set("On", "2026-11-22").SubmitAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.GetAsync("/lich/2027/12")).Text.ShouldContain("Rà soát Quy chế phối hợp thử", customMessage: "the next review stands in the calendar");
        (await officer.GetAsync("/viec")).Text.ShouldNotContain("quy chế phối hợp cần rà soát");
        (await officer.PostJsonAsync("/api/coordination/regulations", Keep("A\nB", id, 1, area: KnownAreas.TuyAnTay))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await officer.PostJsonAsync("/api/coordination/regulations", Keep("A\nB", id, 4, end: true, area: KnownAreas.TuyAnTay))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.PostJsonAsync("/api/coordination/regulations", Keep("A\nB", id, 5, area: KnownAreas.TuyAnTay))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public void The_next_review_is_proposed_by_the_time_between_the_last_two()
    {
        var regulation = new Regulation
        {
            RegisterId = 1,
            Id = RowId.New(1),
            AreaId = KnownAreas.BinhLu,
        };
        var day = new DateOnly(2026, 11, 21);
        regulation.NextReview(day).ShouldBe(new DateOnly(2027, 11, 21));
        regulation.Say("Quy chế", null, new DateOnly(2026, 5, 20), "A\nB", null, new DateOnly(2026, 11, 20));
        regulation.NextReview(day).ShouldBe(new DateOnly(2027, 5, 21), "half a year from its signing to the first look");
        foreach (var on in new[] { new DateOnly(2026, 8, 21), day })
        {
            regulation.Review("Đủ", on, on.AddMonths(3), Guid.Empty, "", null);
        }
        regulation.NextReview(day).ShouldBe(new DateOnly(2027, 2, 21), "every quarter");
    }

    [Fact]
    public async Task In_English_only_names_and_papers_stay_Vietnamese()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var id = await IdAsync(await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu)));
        var regulation = await IdAsync(await officer.PostJsonAsync("/api/coordination/regulations", Keep("UBND xã\nHội Khuyến học xã")));
        officer.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        foreach (var url in new[] { "/ban-chi-dao", $"/ban-chi-dao/{id}", "/quy-che/moi", $"/quy-che/{regulation}" })
        {
            var page = await officer.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.LeftInVietnamese().ShouldBeEmpty(url);
        }
    }
}

public sealed class CoordinationOnSqlite(SqliteApp app) : CoordinationFeatures(app), IClassFixture<SqliteApp>;

public sealed class CoordinationOnPostgres(PostgresApp app) : CoordinationFeatures(app), IClassFixture<PostgresApp>;
