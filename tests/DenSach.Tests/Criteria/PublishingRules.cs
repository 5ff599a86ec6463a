using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Modules.Criteria.Publish;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Tests.Audit;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Criteria;

/// <summary>How a criteria set comes in: on the command line, by an administrator's page, by a program, and with a new version of the product.</summary>
public abstract class PublishingRules(TestApp app)
{
    private const string Administrator = "quan-tri";

    /// <summary>The sample for families as an official set would be: its own id, a basis, a clause on every line.</summary>
    public static string Official(string id, string version = "1") =>
        string.Join(
            '\n',
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "criteria", "mau-gia-dinh-2026.yaml"))
                .Replace("id: mau-gia-dinh-2026", $"id: {id}")
                .Replace("status: sample", "status: official_complete\nlegal_basis: [Văn bản thử]")
                .Replace("version: \"1\"", $"version: \"{version}\"")
                .Split('\n')
                .SelectMany(line => line.StartsWith("        text:", StringComparison.Ordinal) ? new[] { line, "        clause: Điều 1" } : [line])
        );

    private static async Task<string> FileAsync(string yaml)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("densach-").FullName, "bo.yaml");
        await File.WriteAllTextAsync(file, yaml);
        return file;
    }

    [Fact]
    public async Task A_set_is_checked_and_published_on_the_command_line_and_a_new_version_stands_beside_the_old()
    {
        var file = await FileAsync(Official("thu-dong-lenh"));
        (await app.CommandLineAsync("criteria", "check", file)).Output.ShouldContain("Không có lỗi");
        (await app.CommandLineAsync("criteria", "list")).Output.ShouldNotContain("thu-dong-lenh");
        var published = await app.CommandLineAsync("criteria", "publish", file);
        published.Code.ShouldBe(0, published.Output);
        (await app.CommandLineAsync("criteria", "publish", file)).Code.ShouldBe(0, "the same again changes nothing");
        var other = await app.CommandLineAsync("criteria", "publish", await FileAsync(Official("thu-dong-lenh").Replace("pass_at: 80", "pass_at: 85")));
        other.Code.ShouldBe(1);
        (await app.CommandLineAsync("criteria", "publish", await FileAsync(Official("thu-dong-lenh", "2")))).Code.ShouldBe(0);
        (await app.CommandLineAsync("criteria", "list")).Output.Split('\n').Count(l => l.StartsWith("thu-dong-lenh", StringComparison.Ordinal)).ShouldBe(2);
        (await app.QueryAsync(db => db.Set<PublishedSet>().SingleAsync(s => s.Id == "thu-dong-lenh" && s.Version == "1"))).Yaml.ShouldContain("pass_at: 80");
    }

    [Fact]
    public async Task The_administrator_sees_every_fault_with_its_line_then_the_lines_then_publishes()
    {
        using var admin = await app.SignInAsync(Administrator);
        var page = await (await admin.GetAsync("/tieu-chi")).FollowAsync("Ban hành bộ tiêu chí");
        var faulty = Official("thu-tren-trang").Replace("max: 100", "max: 120").Replace("subject: household", "subject: ho").Replace("validity: one_year", "validity: lau-dai");
        var told = await page.Form("Kiểm tra").Set("Yaml", faulty).SubmitAsync();
        told.Text.ShouldContain("subject");
        told.Text.ShouldContain("validity");
        told.Text.ShouldContain("Dòng 4,");
        var shown = await page.Form("Kiểm tra").Attach("Upload", "bo.yaml", "application/yaml", System.Text.Encoding.UTF8.GetBytes(Official("thu-tren-trang"))).SubmitAsync();
        shown.Text.ShouldContain("Trẻ từ 6 đến 17 tuổi đều đi học");
        shown.Text.ShouldContain("Bộ chính thức, đầy đủ");
        (await app.QueryAsync(db => db.Set<PublishedSet>().AnyAsync(s => s.Id == "thu-tren-trang"))).ShouldBeFalse("checked is not published");
        var done = await shown.Form("Ban hành phiên bản").SubmitAsync();
        done.Text.ShouldContain("Đã ban hành bộ tiêu chí thu-tren-trang, phiên bản 1");
        (await page.Form("Kiểm tra").Set("Yaml", Official("thu-tren-trang").Replace("pass_at: 80", "pass_at: 85")).SubmitAsync()).Text.ShouldContain(
            "đã ban hành với nội dung khác"
        );
        (await (await app.SignInAsync("hoi-khuyen-hoc")).GetAsync("/dot/mo")).Html.ShouldContain("thu-tren-trang@1");
    }

    [Fact]
    public async Task A_program_checks_and_publishes_and_nobody_else_may()
    {
        using var admin = await app.SignInAsync(Administrator);
        var yaml = Official("thu-chuong-trinh");
        var check = await (
            await admin.PostJsonAsync("/api/criteria/check", new { commandId = Guid.CreateVersion7(), yaml = yaml.Replace("status: official", "status: x") })
        ).Content.ReadFromJsonAsync<JsonElement>();
        check.GetProperty("faults")[0].GetProperty("sourceLine").GetInt32().ShouldBe(6);
        (await admin.PostJsonAsync("/api/criteria", new { commandId = Guid.CreateVersion7(), yaml })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await admin.Http.GetStringAsync("/api/criteria")).ShouldContain("thu-chuong-trinh");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await officer.PostJsonAsync("/api/criteria", new { commandId = Guid.CreateVersion7(), yaml })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync("/tieu-chi/ban-hanh")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync("/tieu-chi")).Html.ShouldNotContain("/tieu-chi/ban-hanh");
    }

    [Fact]
    public async Task An_administrator_of_one_commune_does_not_publish_for_all()
    {
        var grant = new Grant
        {
            Id = Guid.CreateVersion7(),
            AccountId = Guid.CreateVersion7(),
            Role = Role.Administrator,
            Scope = ScopeKind.Area,
            AreaId = KnownAreas.BinhLu,
            From = new DateOnly(2026, 1, 1),
        };
        var refused = await app.InsideAsync(
            services => services.GetRequiredService<PublishSet>().Handle(new(Official("thu-xa")) { CommandId = Guid.CreateVersion7() }, default),
            new Actor(grant.AccountId, "Quản trị xã", [grant])
        );
        refused.Problem!.Code.ShouldBe("forbidden");
    }

    [Fact]
    public async Task A_start_brings_what_is_missing_and_writes_nothing_for_what_stands()
    {
        await app.QueryAsync(db => db.Set<PublishedSet>().Where(s => s.Id == "mau-dong-ho-2026").ExecuteDeleteAsync());
        Task<int> CommandsAsync() => app.QueryAsync(db => db.Set<Platform.Commands.CommandRecord>().CountAsync());
        var before = await CommandsAsync();
        await app.RestartAsync();
        (await app.QueryAsync(db => db.Set<PublishedSet>().AnyAsync(s => s.Id == "mau-dong-ho-2026"))).ShouldBeTrue();
        (await CommandsAsync()).ShouldBe(before + 1);
        await app.RestartAsync();
        (await CommandsAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task In_English_only_the_texts_of_the_set_stay_Vietnamese()
    {
        using var admin = await app.SignInAsync(Administrator);
        var page = await admin.GetAsync("/tieu-chi/ban-hanh?ngon-ngu=en");
        page.LeftInVietnamese().ShouldBeEmpty();
        (await page.Form("Check").Set("Yaml", Official("thu-tieng-anh")).SubmitAsync()).LeftInVietnamese().ShouldBeEmpty();
        (await page.Form("Check").Set("Yaml", "id: x").SubmitAsync()).LeftInVietnamese().ShouldBeEmpty();
    }
}

public sealed class PublishingRulesOnSqlite(SqliteApp app) : PublishingRules(app), IClassFixture<SqliteApp>;

public sealed class PublishingRulesOnPostgres(PostgresApp app) : PublishingRules(app), IClassFixture<PostgresApp>;
