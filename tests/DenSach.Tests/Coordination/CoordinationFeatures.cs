using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Coordination;
using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Coordination;

/// <summary>Committees with members who come and go, and regulations that are looked at again.</summary>
public abstract class CoordinationFeatures(TestApp app)
{
    private static object Found(int area, string name = "Ban chỉ đạo thử", string from = "2026-03-15", string? number = "12/QĐ-UBND", Guid? plan = null) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            areaId = area,
            name,
            decisionNumber = number,
            from,
            planId = plan,
        };

    private static object Change(Guid id, int version, string day = "2026-11-21", int? member = null, bool dissolve = false, string? name = null, string? position = "Ủy viên") =>
        new
        {
            commandId = Guid.CreateVersion7(),
            committeeId = id,
            basedOn = version,
            member,
            dissolve,
            name,
            position,
            day,
        };

    private static object Keep(
        string parties,
        Guid? id = null,
        int version = 0,
        string? review = null,
        string? reviewOn = null,
        bool end = false,
        int area = KnownAreas.BinhLu,
        string? number = null
    ) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            regulationId = id,
            basedOn = version,
            areaId = area,
            title = "Quy chế phối hợp thử",
            number,
            parties,
            review,
            reviewOn,
            end,
        };

    private static async Task<Guid> IdAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetGuid();
    }

    private Task<SteeringCommittee> CommitteeAsync(Guid id) => app.QueryAsync(db => db.Set<SteeringCommittee>().AsNoTracking().SingleAsync(c => c.Id == id));

    [Fact]
    public async Task The_first_members_come_from_the_plan_that_lists_them()
    {
        // None of the five plans lists members: one that does is planted.
        var plan = await app.PlantAsync(KnownAreas.NongCong, _ => { });
        await app.QueryAsync(async db =>
        {
            foreach (var (who, role, place) in new[] { ("Lê Văn Sang", "Trưởng ban", 1), ("Đỗ Thị Hà", "Phó Trưởng ban thường trực", 2) })
            {
                db.Add(
                    new PlanMember
                    {
                        RegisterId = plan.RegisterId,
                        PlanId = plan.Id,
                        Place = place,
                        Origin = PlanItemOrigin.Read,
                        SpanStart = 0,
                        SpanEnd = 0,
                        Who = who,
                        Role = role,
                    }
                );
            }
            return await db.SaveChangesAsync();
        });
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var page = await (await officer.GetAsync("/ban-chi-dao"))
            .Form("Lập ban chỉ đạo")
            .Set("Name", "Ban chỉ đạo xây dựng xã hội học tập")
            .Set("From", "2026-03-15")
            .Set("PlanId", $"{plan.Id}")
            .SubmitAsync();
        page.FindAll("section[aria-labelledby=members] li strong").Select(s => s.TextContent).ShouldBe(["Lê Văn Sang", "Đỗ Thị Hà"]);
        (await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.NongCong, plan: Guid.CreateVersion7()))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Members_come_and_go_and_who_sat_when_stays_to_be_read()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var id = await IdAsync(await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu)));
        var added = await (await officer.GetAsync($"/ban-chi-dao/{id}"))
            .Form("Thêm thành viên")
            .Set("Name", "Hoàng Thị Thử")
            .Set("Position", "Ủy viên")
            .Set("Day", "2026-04-01")
            .SubmitAsync();
        added.Find("section[aria-labelledby=members]")!.TextContent.ShouldContain("Hoàng Thị Thử");
        var version = (await CommitteeAsync(id)).Version;
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, version, name: "Lý Văn Thử", day: "2026-12-01"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, version, name: "Người Chậm"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await officer.GetAsync($"/ban-chi-dao/{id}")).Text.ShouldContain("Lý Văn Thử", customMessage: "appointed from a later day");
        foreach (
            var bad in new[]
            {
                Change(id, version + 1, name: "A", day: "2026-03-14"),
                Change(id, version + 1, name: "A", day: "9999-01-01"),
                Change(id, version + 1, name: " "),
                Change(id, version + 1, name: "A", position: new string('x', 101)),
                Change(id, version + 1, member: 9),
                Change(id, version + 1, member: 1, day: "2026-03-31"),
            }
        )
        {
            (await officer.PostJsonAsync("/api/coordination/members", bad)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, version + 1, member: 1))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, version + 2, member: 1, day: "2026-12-31"))).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity,
            "a term that ended is not ended anew"
        );
        (await officer.GetAsync($"/ban-chi-dao/{id}")).Find("section[aria-labelledby=former]")!.TextContent.ShouldContain("Hoàng Thị Thử");
    }

    [Fact]
    public async Task What_was_written_wrongly_of_a_member_is_corrected_and_the_audit_knows()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var id = await IdAsync(await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu, "Ban chỉ đạo sửa thử")));
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, 1, name: "Lò Thị Sai", day: "2026-04-01"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, 2, name: "Giàng A Khác", day: "2026-04-01"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var stale = (await officer.GetAsync($"/ban-chi-dao/{id}")).Form("Ghi lại: Lò Thị Sai");
        var form = (await officer.GetAsync($"/ban-chi-dao/{id}")).Form("Ghi lại: Lò Thị Sai");
        var refused = await form.Set("Corrected.Name", "Lò Thị Đúng").Set("Corrected.To", "2026-03-01").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("Ngày thôi không trước ngày vào ban 1/4/2026");
        refused.Find("#m-1-name")!.GetAttribute("value").ShouldBe("Lò Thị Đúng", "what was typed stays");
        refused.Find("#Name")!.GetAttribute("value").ShouldBeNullOrEmpty("the form for a new member stays empty");

        var page = await refused
            .Form("Ghi lại: Lò Thị Sai")
            .Set("Corrected.Position", "Phó Trưởng ban")
            .Set("Corrected.From", "2026-05-01")
            .Set("Corrected.To", "2026-10-01")
            .SubmitAsync();
        page.Text.ShouldContain("Đã sửa thành viên của ban chỉ đạo.");
        var former = page.Find("section[aria-labelledby=former]")!.TextContent;
        former.ShouldContain("Lò Thị Đúng");
        former.ShouldContain("1/5/2026 – 1/10/2026");
        page.Find("section[aria-labelledby=members]")!.TextContent.ShouldContain("Giàng A Khác");
        (await page.Form("Ghi lại: Lò Thị Đúng").Set("Corrected.To", "").SubmitAsync()).Find("section[aria-labelledby=members]")!.TextContent.ShouldContain("Lò Thị Đúng");

        var late = await stale.Set("Corrected.Name", "Người Chậm").SubmitAsync();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        var meanwhile = late.Find("section.meanwhile")!.TextContent;
        meanwhile.ShouldContain("Lò Thị Đúng", customMessage: "what stands now");
        meanwhile.ShouldContain("Người Chậm", customMessage: "beside what was typed");
        late.Find("#m-1-name")!.GetAttribute("value").ShouldBe("Người Chậm", "and it stays in the form");
        late.Find("#m-1-name")!.Closest("details")!.HasAttribute("open").ShouldBeTrue();
        (await CommitteeAsync(id)).Members.ShouldNotContain(m => m.Name == "Người Chậm");
        var told = await app.QueryAsync(db =>
            db.Set<DenSach.Platform.Audit.AuditRow>()
                .Where(r => r.Action == "committee.members" && r.Outcome == "member 1 corrected" && r.Subjects.Contains(id.ToString()))
                .ToListAsync()
        );
        told.Count.ShouldBe(2);
        told.ShouldAllBe(r => r.Role != null);

        using var head = await app.SignInAsync("truong-ban");
        (await head.GetAsync($"/ban-chi-dao/{id}")).FindAll("form[action*=Correct]").ShouldBeEmpty();
        var command = new
        {
            commandId = Guid.CreateVersion7(),
            committeeId = id,
            basedOn = (await CommitteeAsync(id)).Version,
            member = 1,
            name = "Kẻ Lạ",
            position = "Ủy viên",
            from = "2026-05-01",
        };
        (await head.PostJsonAsync("/api/coordination/members/correct", command)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var english = await officer.GetAsync($"/ban-chi-dao/{id}?ngon-ngu=en");
        english.LeftInVietnamese().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Name", "", "Hãy ghi họ tên của thành viên")]
    [InlineData("Position", " ", "Hãy ghi nhiệm vụ trong ban")]
    [InlineData("From", "", "Ngày vào ban phải từ ngày thành lập")]
    [InlineData("From", "2026-01-01", "Ngày vào ban phải từ ngày thành lập")]
    [InlineData("To", "2026-03-20", "Ngày thôi không trước ngày vào ban")]
    public async Task A_correction_that_is_refused_stays_open_and_says_why_at_its_own_field(string field, string typed, string why)
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var id = await IdAsync(await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu, "Ban chỉ đạo thiếu thử")));
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, 1, name: "Lò Thị Thử", day: "2026-04-01"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, 2, name: "Giàng A Thử", day: "2026-04-01"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var form = (await officer.GetAsync($"/ban-chi-dao/{id}")).Form("Ghi lại: Lò Thị Thử");
        var refused = await form.Set("Corrected.Office", "Hội Phụ nữ thử").Set($"Corrected.{field}", typed).SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        var at = refused.Find($"#m-1-{field.ToLowerInvariant()}")!;
        at.Closest("details")!.HasAttribute("open").ShouldBeTrue();
        at.Closest(".field")!.TextContent.ShouldContain(why);
        refused.Find("#m-1-office")!.GetAttribute("value").ShouldBe("Hội Phụ nữ thử", "what was typed stays");
        refused.Find("#m-2-name")!.Closest("details")!.TextContent.ShouldNotContain(why);
        refused.Find("#Name")!.Closest(".field")!.TextContent.ShouldNotContain(why, customMessage: "the form for a new member is another");
    }

    [Fact]
    public async Task Dissolved_nobody_sits_on_it_and_nothing_more_is_changed()
    {
        using var officer = await app.SignInAsync("van-hoa");
        var id = await IdAsync(await officer.PostJsonAsync("/api/coordination/committees", Found(KnownAreas.BinhLu, "Ban chỉ đạo giải thể thử")));
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, 1, name: "Phàn Thử", day: "2026-04-01"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await (await officer.GetAsync($"/ban-chi-dao/{id}")).Form("Giải thể ban chỉ đạo").SubmitAsync();
        page.Find("section[aria-labelledby=members]")!.TextContent.ShouldContain("Chưa có thành viên nào");
        page.Find("section[aria-labelledby=former]")!.TextContent.ShouldContain("Phàn Thử");
        page.Text.ShouldNotContain("Thêm thành viên");
        var committee = await CommitteeAsync(id);
        committee.MembersOn(new DateOnly(2026, 11, 20)).Count().ShouldBe(1);
        committee.MembersOn(new DateOnly(2026, 11, 21)).ShouldBeEmpty();
        (await officer.PostJsonAsync("/api/coordination/members", Change(id, committee.Version, name: "Ai Đó"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

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
