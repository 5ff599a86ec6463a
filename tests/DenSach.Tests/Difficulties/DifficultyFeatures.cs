using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Difficulties;
using DenSach.Modules.Plans;
using DenSach.Platform.Audit;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Difficulties;

/// <summary>What stands in the way goes up until somebody answers it, and only those concerned see it.</summary>
public abstract class DifficultyFeatures(TestApp app)
{
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[0];

    private static object Raised(int area, string title, Guid? organisation = null, Guid? plan = null, string? item = null) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            areaId = area,
            organisationId = organisation,
            planId = plan,
            item,
            title,
            text = "Đề nghị cấp trên hướng dẫn.",
        };

    private static async Task<Guid> RaiseAsync(Session who, object command)
    {
        var answer = await who.PostJsonAsync("/api/difficulties", command);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetGuid();
    }

    private Task<Difficulty> FindAsync(Guid id) => app.QueryAsync(db => db.Set<Difficulty>().AsNoTracking().Include(d => d.Steps).SingleAsync(d => d.Id == id));

    private async Task<HttpStatusCode> ActAsync(Session who, Guid id, string act, int? version = null) =>
        (
            await who.PostJsonAsync(
                "/api/difficulties/act",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    difficultyId = id,
                    basedOn = version ?? (await FindAsync(id)).Version,
                    act,
                    text = $"{act} vì có lý do",
                }
            )
        ).StatusCode;

    [Fact]
    public async Task From_the_hamlet_over_the_commune_to_the_province_and_back_until_it_is_settled()
    {
        using var head = await app.SignInAsync("truong-ban");
        using var commune = await app.SignInAsync("hoi-khuyen-hoc");
        using var province = await app.SignInAsync("hoi-tinh");
        var form = (await head.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên").Set("Title", "Thiếu sách cho tủ sách").Set("Text", "Bản chưa có sách.\nĐề nghị cấp sách.");
        var page = await form.SubmitAsync();
        page.Text.ShouldContain("Chờ trả lời", customMessage: page.Text);
        var id = Guid.Parse(page.Path.Split('/')[2]);
        (await commune.GetAsync("/viec")).Text.ShouldContain("khó khăn của cấp dưới chờ trả lời");
        (await (await commune.GetAsync($"/kho-khan/{id}")).Form("Chuyển lên trên").Set("Text", "Ngoài khả năng của xã").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await FindAsync(id)).ToAreaId.ShouldBe(KnownAreas.LaiChau);
        (await ActAsync(commune, id, "Answer")).ShouldBe(HttpStatusCode.UnprocessableEntity, "it lies with the province now");
        (await commune.GetAsync($"/kho-khan/{id}")).Text.ShouldContain("Ngoài khả năng của xã");
        (await province.GetAsync("/viec")).Text.ShouldContain("khó khăn của cấp dưới chờ trả lời");
        var open = await province.GetAsync($"/kho-khan/{id}");
        open.FindAll("button[name=Act]").Select(b => b.TextContent.Trim()).ShouldBe(["Trả lời"], "nobody stands above the province here");
        (await open.Form("Trả lời").Set("Text", "Tỉnh cấp 200 cuốn").SubmitAsync()).Text.ShouldContain("Đã trả lời");
        (await head.GetAsync("/viec")).Text.ShouldContain("khó khăn của mình đã được trả lời");
        (await ActAsync(head, id, "Reopen")).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(province, id, "Answer")).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(head, id, "Close")).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(province, id, "Answer")).ShouldBe(HttpStatusCode.UnprocessableEntity, "settled is settled");
        (await head.GetAsync("/viec")).Text.ShouldNotContain("khó khăn của mình đã được trả lời");
        (await FindAsync(id))
            .Steps.OrderBy(s => s.Number)
            .Select(s => s.Act)
            .ShouldBe([DifficultyAct.Raise, DifficultyAct.PassUp, DifficultyAct.Answer, DifficultyAct.Reopen, DifficultyAct.Answer, DifficultyAct.Close]);
        var told = await app.QueryAsync(db => db.Set<AuditRow>().Where(r => r.Action.StartsWith("difficulties.") && r.Subjects.Contains(id.ToString())).ToListAsync());
        told.Count.ShouldBe(6);
        told.ShouldAllBe(r => r.Role != null);
    }

    [Fact]
    public async Task Words_may_be_left_out_of_an_answer_that_was_read_and_of_nothing_else()
    {
        using var head = await app.SignInAsync("truong-ban");
        using var commune = await app.SignInAsync("hoi-khuyen-hoc");
        using var province = await app.SignInAsync("hoi-tinh");
        var id = await RaiseAsync(head, Raised(Hamlet, "Thiếu bảng cho buổi học thử"));
        (await WithoutWordsAsync(commune, id, "Heed")).ShouldBe(HttpStatusCode.UnprocessableEntity, "nothing was answered");
        (await WithoutWordsAsync(commune, id, "PassUp")).ShouldBe(HttpStatusCode.BadRequest);
        (await ActAsync(commune, id, "PassUp")).ShouldBe(HttpStatusCode.OK);
        (await WithoutWordsAsync(province, id, "Answer")).ShouldBe(HttpStatusCode.BadRequest);
        (await ActAsync(province, id, "Answer")).ShouldBe(HttpStatusCode.OK);
        (await WithoutWordsAsync(commune, id, "Heed")).ShouldBe(HttpStatusCode.OK);
        (await FindAsync(id)).Steps.MaxBy(s => s.Number)!.Text.ShouldBeEmpty();
        (await ActAsync(head, id, "Close")).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> WithoutWordsAsync(Session who, Guid difficulty, string act) =>
            (
                await who.PostJsonAsync(
                    "/api/difficulties/act",
                    new
                    {
                        commandId = Guid.CreateVersion7(),
                        difficultyId = difficulty,
                        basedOn = (await FindAsync(difficulty)).Version,
                        act,
                        text = (string?)null,
                    }
                )
            ).StatusCode;
    }

    [Fact]
    public async Task Who_passed_it_up_is_told_the_answer_until_it_is_read_and_who_met_it_reads_each_step()
    {
        using var head = await app.SignInAsync("truong-ban");
        using var commune = await app.SignInAsync("hoi-khuyen-hoc");
        using var colleague = await app.SignInAsync("lanh-dao-xa");
        using var province = await app.SignInAsync("hoi-tinh");
        const string Told = "chuyển lên trên đã có trả lời";
        var id = await RaiseAsync(head, Raised(Hamlet, "Thiếu loa cho buổi học thử"));
        (await ActAsync(commune, id, "Heed")).ShouldBe(HttpStatusCode.UnprocessableEntity, "nothing was passed up");
        (await ActAsync(commune, id, "PassUp")).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(commune, id, "Heed")).ShouldBe(HttpStatusCode.UnprocessableEntity, "nothing was answered");
        (await head.GetAsync("/kho-khan")).Text.ShouldContain("Chuyển lên trên: PassUp vì có lý do");
        (await commune.GetAsync("/viec")).Text.ShouldNotContain(Told);
        (await ActAsync(province, id, "Answer")).ShouldBe(HttpStatusCode.OK);

        foreach (var officer in new[] { commune, colleague })
        {
            (await officer.GetAsync("/viec")).Text.ShouldContain(Told);
            (await officer.GetAsync("/kho-khan"))
                .FindAll(".due li")
                .Single(li => li.TextContent.Contains("Thiếu loa cho buổi học thử", StringComparison.Ordinal))
                .TextContent.ShouldContain("Cấp trên đã trả lời");
        }
        (await head.GetAsync($"/kho-khan/{id}")).FindAll("button[name=Act]").Select(b => b.TextContent.Trim()).ShouldNotContain("Đã xem câu trả lời");
        (await ActAsync(province, id, "Heed")).ShouldBe(HttpStatusCode.UnprocessableEntity, "it gave the answer");
        var page = await commune.GetAsync($"/kho-khan/{id}");
        page.Text.ShouldContain("Cấp trên đã trả lời khó khăn mà cấp mình chuyển lên.");
        var read = await page.Form("Đã xem câu trả lời").Set("Text", "Xã nhận loa rồi chuyển xuống bản").SubmitAsync();
        read.Text.ShouldNotContain("Cấp trên đã trả lời khó khăn mà cấp mình chuyển lên.");
        foreach (var officer in new[] { commune, colleague })
        {
            (await officer.GetAsync("/viec")).Text.ShouldNotContain(Told);
        }
        var steps = (await head.GetAsync($"/kho-khan/{id}")).Find("section[aria-labelledby=steps]")!.TextContent;
        new[] { "PassUp vì có lý do", "Answer vì có lý do", "Đã xem câu trả lời", "Xã nhận loa rồi chuyển xuống bản" }.ShouldAllBe(word => steps.Contains(word));

        (await ActAsync(head, id, "Reopen")).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(province, id, "Answer")).ShouldBe(HttpStatusCode.OK);
        (await commune.GetAsync("/viec")).Text.ShouldContain(Told, customMessage: "a new answer is to be read again");
        (await (await colleague.GetAsync($"/kho-khan/{id}")).Form("Đã xem câu trả lời").SubmitAsync()).Text.ShouldContain("Đã ghi.", customMessage: "without a word");
        (await FindAsync(id)).Steps.MaxBy(s => s.Number)!.Text.ShouldBe("");
        (await ActAsync(head, id, "Close")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_hamlet_another_commune_and_who_only_looks_see_nothing()
    {
        using var head = await app.SignInAsync("truong-ban");
        var id = await RaiseAsync(head, Raised(Hamlet, "Việc riêng của bản thử"));
        foreach (var account in new[] { "truong-ban-2", "hoi-nong-cong", "hoi-hung-yen", "mat-tran" })
        {
            using var other = await app.SignInAsync(account);
            (await other.GetAsync($"/kho-khan/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, account);
            (await other.Http.GetStringAsync("/api/difficulties")).ShouldNotContain("Việc riêng của bản thử", customMessage: account);
            (await ActAsync(other, id, "Answer")).ShouldBe(HttpStatusCode.NotFound, account);
        }
        foreach (var account in new[] { "kiem-tra", "nguoi-dan", "tham-dinh" })
        {
            using var looker = await app.SignInAsync(account);
            (await looker.GetAsync("/kho-khan")).Status.ShouldBe(HttpStatusCode.Forbidden, account);
            (await looker.PostJsonAsync("/api/difficulties", Raised(Hamlet, "x"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, account);
        }
        using var province = await app.SignInAsync("giao-duc");
        (await province.GetAsync($"/kho-khan/{id}")).Status.ShouldBe(HttpStatusCode.OK, "whoever answers in an area above");
        (await ActAsync(province, id, "Answer")).ShouldBe(HttpStatusCode.UnprocessableEntity, "it was told to the commune");
    }

    [Fact]
    public async Task A_school_speaks_for_itself_to_its_commune_and_nobody_speaks_for_another()
    {
        using var school = await app.SignInAsync("truong-hoc");
        var form = (await school.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên");
        var organisation = Guid.Parse(form["VoiceKey"]!.Split(':')[1]);
        var id = await RaiseAsync(school, Raised(KnownAreas.BinhLu, "Trường thiếu phòng đọc", organisation));
        var found = await FindAsync(id);
        (found.ToAreaId, found.OrganisationId).ShouldBe((KnownAreas.BinhLu, organisation));
        using var commune = await app.SignInAsync("van-hoa");
        (await ActAsync(commune, id, "Reopen")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ActAsync(commune, id, "Answer")).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(commune, id, "Close")).ShouldBe(HttpStatusCode.UnprocessableEntity, "who told it says whether it is settled");
        (await school.PostJsonAsync("/api/difficulties", Raised(KnownAreas.BinhLu, "thay cho xã"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var head = await app.SignInAsync("truong-ban");
        (await head.PostJsonAsync("/api/difficulties", Raised(KnownAreas.BinhLuHamlets[1], "thay cho bản khác"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await head.PostJsonAsync("/api/difficulties", Raised(KnownAreas.BinhLu, "thay cho trường", organisation))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Above_the_province_nobody_answers_here_and_the_sentence_says_so()
    {
        using var province = await app.SignInAsync("hoi-tinh");
        (await province.GetAsync("/kho-khan")).Text.ShouldNotContain("Báo khó khăn");
        var answer = await province.PostJsonAsync("/api/difficulties", Raised(KnownAreas.LaiChau, "Tỉnh vướng"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("không còn cấp nào");
    }

    [Fact]
    public async Task It_hangs_on_the_very_task_of_the_plan_and_an_item_that_is_not_there_is_told()
    {
        using var head = await app.SignInAsync("truong-ban");
        var plan = await app.QueryAsync(db =>
            db.Set<Plan>().Include(p => p.Tasks).Where(p => p.AreaId == KnownAreas.BinhLu && p.TextSha256 != null).OrderBy(p => p.TakenInAt).FirstAsync()
        );
        var task = plan.Tasks[0];
        var page = await head.GetAsync($"/kho-khan/bao?ke-hoach={plan.Id}&muc=nv-{task.Place}");
        page.Find("blockquote.said")!.TextContent.ShouldContain(task.Lead);
        var sent = await page.Form("Gửi lên cấp trên").Set("Title", "Vướng ở nhiệm vụ").Set("Text", "Chưa có kinh phí").SubmitAsync();
        sent.Text.ShouldContain(task.Lead);
        sent.Document.Links.ShouldContain(a => a.GetAttribute("href") == $"/ke-hoach/{plan.Id}#nv-{task.Place}");
        (await head.PostJsonAsync("/api/difficulties", Raised(Hamlet, "x", plan: plan.Id, item: "nv-999"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await head.PostJsonAsync("/api/difficulties", Raised(Hamlet, "x", plan: Guid.CreateVersion7()))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_stale_page_and_empty_words_change_nothing()
    {
        using var head = await app.SignInAsync("truong-ban");
        using var commune = await app.SignInAsync("lanh-dao-xa");
        var id = await RaiseAsync(head, Raised(Hamlet, "Đường vào nhà văn hóa"));
        (await ActAsync(commune, id, "Answer", version: 0)).ShouldBe(HttpStatusCode.Conflict);
        var empty = await (await commune.GetAsync($"/kho-khan/{id}")).Form("Trả lời").Set("Text", " ").SubmitAsync();
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.Text.ShouldContain("Hãy ghi câu trả lời");
        (await FindAsync(id)).State.ShouldBe(DifficultyState.Open);
        (await head.PostJsonAsync("/api/difficulties", Raised(Hamlet, new string('a', 301)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task In_English_only_what_people_wrote_stays_Vietnamese()
    {
        using var head = await app.SignInAsync("truong-ban");
        var id = await RaiseAsync(head, Raised(Hamlet, "Thử tiếng Anh"));
        using var commune = await app.SignInAsync("hoi-khuyen-hoc");
        commune.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        foreach (var url in new[] { "/kho-khan", "/kho-khan/bao", $"/kho-khan/{id}" })
        {
            var page = await commune.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.LeftInVietnamese().ShouldBeEmpty(url);
        }
    }
}

public sealed class DifficultiesOnSqlite(SqliteApp app) : DifficultyFeatures(app), IClassFixture<SqliteApp>;

public sealed class DifficultiesOnPostgres(PostgresApp app) : DifficultyFeatures(app), IClassFixture<PostgresApp>;
