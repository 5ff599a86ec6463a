using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Modules.Tasks;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static DenSach.Tests.Tasks.SharedTasks;

namespace DenSach.Tests.Tasks;

/// <summary>Whom the words of a plan mean where several could hold a task: branches, schools, mass organisations.</summary>
public abstract class TaskSharerFeatures(TestApp app)
{
    [Fact]
    public async Task The_branches_of_the_Association_tell_each_of_its_own_part_and_not_of_the_heads()
    {
        var plan = await app.TaskAsync("vận động quỹ thử", "Chi hội khuyến học các bản");
        using var branch = await app.SignInAsync("chi-hoi");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await TellAsync(branch, plan, "Done", "Đã vận động")).Text.ShouldContain("1/12 nơi đã xong");
        (await officer.GetAsync(PathOf(plan))).Find("#parts")!.TextContent.ShouldContain($"Chi hội khuyến học {await app.NameAsync(0)}");
        (await app.WholeAsync(plan)).ShouldBe(TaskState.Doing);
    }

    [Fact]
    public async Task One_school_that_the_words_name_holds_it_alone_among_the_schools()
    {
        using var school = await app.SignInAsync("truong-hoc");
        var own = Guid.Parse((await school.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên")["VoiceKey"]!.Split(':')[1]);
        var name = await app.QueryAsync(db => db.Set<Organisation>().Where(o => o.Id == own).Select(o => o.Name).SingleAsync());
        var other = await app.QueryAsync(db =>
            db.Set<Organisation>().Where(o => o.Id != own && o.AreaId == KnownAreas.BinhLu && o.Name.StartsWith("Trường")).Select(o => o.Name).FirstAsync()
        );
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var theirs = await app.TaskAsync("mở câu lạc bộ thử", other);
        (await school.GetAsync("/nhiem-vu?xem=cua-toi&trang=0")).Text.ShouldNotContain("mở câu lạc bộ thử");
        (await officer.GetAsync(PathOf(theirs))).Find("#parts")!.TextContent.ShouldContain("0/1 nơi đã xong");
        var mine = await app.TaskAsync("trực thư viện thử", $"{name} (chủ trì)");
        (await TellAsync(school, mine, "Done", "Đã trực")).Text.ShouldContain("1/1 nơi đã xong");
        await (await officer.GetAsync(PathOf(mine))).Form("Ghi cả việc đã xong").SubmitAsync();
    }

    [Fact]
    public async Task Schools_are_asked_where_the_words_mean_schools_and_no_health_station()
    {
        var plan = await app.TaskAsync("mở thư viện thử", "Các trường học trên địa bàn xã");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var school = await app.SignInAsync("truong-hoc");
        await TellAsync(school, plan, "Done", "Thư viện đã mở");
        var parts = (await officer.GetAsync(PathOf(plan))).Find("#parts")!.TextContent;
        parts.ShouldContain("Trường");
        parts.ShouldNotContain("Trạm Y tế");
        parts.ShouldContain("Đã xong");
    }

    [Fact]
    public async Task Of_a_mass_organisation_that_the_words_name_alone_who_tells_his_part_is_known_only_by_telling()
    {
        var plan = await app.TaskAsync("ra mắt câu lạc bộ thử", "Hội Liên hiệp Phụ nữ xã");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var front = await app.SignInAsync("mat-tran");
        await GiveAsync(officer, plan, "2026-12-20");
        (await officer.GetAsync(PathOf(plan))).Find("#parts").ShouldBeNull("nobody knows whose account that is");
        (await TellAsync(front, plan, "Doing", "Đang vận động")).Text.ShouldContain("Phần mình: đang làm");
        (await TellAsync(front, plan, "Done", "Đã ra mắt")).Text.ShouldContain("Phần mình: đã xong");
        (await QueueAsync(officer)).ShouldContain("1 việc đã giao báo xong");
        (await front.GetAsync($"{PathOf(plan)}?noi={Hamlets[0]}")).Find("#report")!.TextContent.ShouldContain("Báo phần của", customMessage: "not that of a hamlet");
        await (await officer.GetAsync(PathOf(plan))).Form("Ghi cả việc đã xong").SubmitAsync();
        (await app.WholeAsync(plan)).ShouldBe(TaskState.Done);
    }
}

public sealed class TaskSharersOnSqlite(SqliteApp app) : TaskSharerFeatures(app), IClassFixture<SqliteApp>;

public sealed class TaskSharersOnPostgres(PostgresApp app) : TaskSharerFeatures(app), IClassFixture<PostgresApp>;
