using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Assessments;

/// <summary>Before the time to register is over the commune hears which hamlets registered nobody; whoever hands in a sheet hears which lines have no answer.</summary>
public abstract class RegistrationFeatures(TestApp app)
{
    private readonly Hamlet hamlet = new(app);

    private Task<Guid> RoundAsync(int year, DateOnly registrationEnds) =>
        app.PlantRoundAsync(
            year,
            step => (new DateOnly(2026, 11, 1), step == RoundStep.Registration ? registrationEnds : new DateOnly(2026, 12, 10 + (int)step)),
            new DateOnly(2026, 11, 21)
        );

    [Fact]
    public async Task The_officer_is_told_which_hamlets_registered_nobody_while_there_is_time_and_what_to_send_them()
    {
        var round = await RoundAsync(2041, new DateOnly(2026, 11, 26));
        var households = await app.QueryAsync(db => db.Set<Household>().Where(h => KnownAreas.BinhLuHamlets.Contains(h.AreaId)).GroupBy(h => h.AreaId).CountAsync());
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var row = (await officer.GetAsync("/viec")).FindAll("ol a").Single(a => a.GetAttribute("href")!.StartsWith($"/dot/{round}#", StringComparison.Ordinal));
        row.TextContent.ShouldContain("Bản, thôn chưa đăng ký hộ nào");
        row.TextContent.ShouldContain("còn 5 ngày");
        row.QuerySelector(".n")!.TextContent.ShouldBe($"{households}");

        using var head = await app.SignInAsync(Hamlet.Head);
        var family = (await hamlet.FamiliesAsync())[0];
        await hamlet.RegisterAsync(head, round, family);
        var page = await officer.GetAsync($"/dot/{round}");
        var message = page.Find("#reminder")!.TextContent;
        message.ShouldContain("đến hết thứ Năm, 26/11/2026 (còn 5 ngày)");
        message.Split('•').Length.ShouldBe(households, "one of them has registered a family");
        (await head.GetAsync($"/dot/{round}")).Find("#reminder").ShouldBeNull("that is the commune's to send");
        (await head.GetAsync("/viec")).Text.ShouldNotContain("chưa đăng ký hộ nào");
    }

    [Fact]
    public async Task After_the_last_day_and_where_everybody_registered_nobody_is_reminded()
    {
        var round = await RoundAsync(2042, new DateOnly(2026, 11, 20));
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await officer.GetAsync("/viec")).Html.ShouldNotContain($"/dot/{round}#");
        (await officer.GetAsync($"/dot/{round}")).Find("#reminder").ShouldBeNull();
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_handed_in_says_which_lines_have_no_answer_and_leads_to_the_first()
    {
        var round = await hamlet.OpenRoundAsync(2043);
        using var head = await app.SignInAsync(Hamlet.Head);
        var sheet = await hamlet.RegisterAsync(head, round, (await hamlet.FamiliesAsync())[1]);
        var opened = await head.GetAsync($"/danh-gia/{sheet}/tu-danh-gia");
        opened.FindAll(".unanswered").ShouldBeEmpty("nobody tried yet");
        var refused = await opened.Form("Nộp phiếu").Set("Answers[1.2]", "tat-ca").Set("Answers[2.2]", "tat-ca").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var marked = refused.FindAll(".unanswered").Select(s => s.Id!).ToList();
        marked.ShouldNotBeEmpty();
        marked.ShouldNotContain("dong-1.2", "that one is answered");
        var notice = refused.Find("#chua-tra-loi")!;
        notice.TextContent.ShouldContain($"Còn {marked.Count} mục chưa trả lời");
        notice.QuerySelector("a")!.GetAttribute("href").ShouldBe($"#{marked[0]}");
        refused.Form("Nộp phiếu")["Answers[1.2]"].ShouldBe("tat-ca", "what was answered stays");
        var draft = await refused.Form("Lưu nháp").SubmitAsync();
        draft.FindAll(".unanswered").ShouldBeEmpty("a draft may be incomplete");
    }
}

public sealed class RegistrationOnSqlite(SqliteApp app) : RegistrationFeatures(app), IClassFixture<SqliteApp>;

public sealed class RegistrationOnPostgres(PostgresApp app) : RegistrationFeatures(app), IClassFixture<PostgresApp>;
