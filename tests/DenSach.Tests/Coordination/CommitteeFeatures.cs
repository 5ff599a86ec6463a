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

/// <summary>Committees with members who come and go.</summary>
public abstract class CommitteeFeatures(TestApp app)
{
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
}

public sealed class CommitteesOnSqlite(SqliteApp app) : CommitteeFeatures(app), IClassFixture<SqliteApp>;

public sealed class CommitteesOnPostgres(PostgresApp app) : CommitteeFeatures(app), IClassFixture<PostgresApp>;
