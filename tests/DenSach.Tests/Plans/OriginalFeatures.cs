using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Files;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Plans;

/// <summary>The very file of a plan is kept: shown to who may see the plan, gone with a draft that is thrown away unless something else names it.</summary>
public abstract class OriginalFeatures(TestApp app)
{
    private const string Officer = "hoi-nong-cong";

    private static byte[] WordAgain() => SamplePlans.Word(SamplePlans.Again("van-hoa-2022.txt"));

    private static byte[] TextAgain() => Encoding.UTF8.GetBytes(SamplePlans.Again("van-hoa-2022.txt"));

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private Task<List<int>> RegistersOfAsync(byte[] bytes) =>
        app.QueryAsync(db => db.Set<StoredFile>().Where(f => f.Sha256 == HashOf(bytes)).Select(f => f.RegisterId).ToListAsync());

    private bool LiesThere(byte[] bytes) => File.Exists(app.Services.GetRequiredService<EvidenceFolder>().PathOf(HashOf(bytes)));

    private Task<int> SweepAsync(int days) =>
        app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await services
                .GetRequiredService<EvidenceFolder>()
                .ClearForgottenAsync(TimeProvider.System.GetUtcNow().AddDays(days), sha256 => db.Set<StoredFile>().AnyAsync(f => f.Sha256 == sha256));
            return 0;
        });

    [Theory]
    [InlineData("38-KH-UBND bản ký.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("38-KH-UBND.txt", "text/plain")]
    public async Task The_file_comes_back_as_it_went_to_be_saved_and_never_to_be_run(string name, string type)
    {
        var bytes = name.EndsWith(".docx", StringComparison.Ordinal) ? WordAgain() : TextAgain();
        using var officer = await app.SignInAsync(Officer);
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, name, bytes);
        check.FindAll("a[download]").First().TextContent.ShouldBe(name, "it is looked at from the check screen");
        using var other = await app.SignInAsync("hoi-khuyen-hoc");
        (await other.GetAsync($"/ke-hoach/{check.PlanId()}/tep")).Status.ShouldBe(HttpStatusCode.NotFound, "a draft is nobody else's");

        var plan = await check.Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync();
        var facts = plan.Find("section[aria-labelledby=facts]")!.TextContent;
        facts.ShouldContain($"{Math.Max(1, bytes.Length / 1024)} KB");
        facts.ShouldContain("nhận ngày 21/11/2026");
        var link = plan.FindAll("section[aria-labelledby=facts] a[download]").First();
        var answer = await officer.Http.GetAsync(link.GetAttribute("href"));
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
        (await app.QueryAsync(db => db.Set<AuditRow>().CountAsync(r => r.Action == "plan.original" && r.Subjects == $"{check.PlanId()}"))).ShouldBe(
            1,
            "who took it away is told, who was refused it took nothing"
        );
        await officer.Http.GetAsync($"/ke-hoach/{check.PlanId()}/toan-van");
        (await app.QueryAsync(db => db.Set<AuditRow>().AnyAsync(r => r.Action == "plan.text" && r.Subjects == $"{check.PlanId()}"))).ShouldBeTrue();
        var headers = answer.Content.Headers;
        (headers.ContentType!.MediaType, headers.ContentDisposition!.DispositionType, headers.ContentDisposition.FileNameStar).ShouldBe((type, "attachment", name));
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldContain(policy => policy.Contains("sandbox", StringComparison.Ordinal));
        (await other.GetAsync($"/ke-hoach/{check.PlanId()}/tep")).Status.ShouldBe(HttpStatusCode.NotFound, "nor is the plan of a commune elsewhere");
        (await app.QueryAsync(db => db.Set<AuditRow>().AnyAsync(r => r.Action == "plan.file" && r.Outcome == "kept" && r.Subjects == $"{check.PlanId()}"))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_paper_as_heavy_as_a_request_may_be_is_kept_and_a_heavier_one_is_only_read()
    {
        var colour = SamplePlans.Word(SamplePlans.Again("van-hoa-2022.txt"), picture: 14 << 20);
        using var officer = await app.SignInAsync(Officer);
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, "bản màu.docx", colour);
        (await (await officer.Http.GetAsync($"/ke-hoach/{check.PlanId()}/tep")).Content.ReadAsByteArrayAsync()).ShouldBe(colour);

        var (code, output) = await ReadAsync(30 << 20);
        code.ShouldBe(0, output);
        output.ShouldContain("38/KH-UBND");
        (code, output) = await ReadAsync(41 << 20);
        code.ShouldNotBe(0);
        output.ShouldContain("quá mức 40 MB");

        async Task<(int Code, string Output)> ReadAsync(int picture)
        {
            var file = Path.Combine(app.DataFolder, "nặng.docx");
            await File.WriteAllBytesAsync(file, SamplePlans.Word(SamplePlans.Again("van-hoa-2022.txt"), picture));
            return await app.CommandLineAsync("plan", "read", file);
        }
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_takes_its_file_along_a_day_later()
    {
        var bytes = WordAgain();
        using var officer = await app.SignInAsync(Officer);
        var draft = await officer.UploadPlanAsync(KnownAreas.NongCong, "ke-hoach.docx", bytes);
        (await RegistersOfAsync(bytes)).Count.ShouldBe(1);
        await draft.Form("Bỏ bản này").SubmitAsync();
        (await RegistersOfAsync(bytes)).ShouldBeEmpty();
        (await app.QueryAsync(db => db.Set<AuditRow>().AnyAsync(r => r.Action == "plan.file" && r.Outcome == "let_go" && r.Subjects == $"{draft.PlanId()}"))).ShouldBeTrue();
        await SweepAsync(days: 0);
        LiesThere(bytes).ShouldBeTrue("a backup that began before still finds it");
        await SweepAsync(days: 2);
        LiesThere(bytes).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_something_else_names_stays()
    {
        var (bytes, noted) = (WordAgain(), WordAgain());
        using var officer = await app.SignInAsync(Officer);
        var one = await officer.UploadPlanAsync(KnownAreas.NongCong, "ke-hoach.docx", bytes);
        var elsewhere = await officer.UploadPlanAsync(KnownAreas.VanHoa, "ke-hoach.docx", bytes);
        var named = await officer.UploadPlanAsync(KnownAreas.NongCong, "ke-hoach.docx", noted);
        await app.QueryAsync(async db =>
        {
            var plan = await db.Set<Plan>().AsNoTracking().FirstAsync(p => p.AreaId == KnownAreas.NongCong && p.ConfirmedAt != null);
            db.Add(
                new TaskNote
                {
                    RegisterId = plan.RegisterId,
                    Id = RowId.New(plan.RegisterId),
                    PlanId = plan.Id,
                    Place = 1,
                    At = plan.TakenInAt,
                    By = Guid.Empty,
                    ByName = "Cán bộ",
                    State = TaskState.Doing,
                    Text = "kèm kế hoạch",
                    FileSha256 = HashOf(noted),
                }
            );
            return await db.SaveChangesAsync();
        });
        await one.Form("Bỏ bản này").SubmitAsync();
        await named.Form("Bỏ bản này").SubmitAsync();
        await SweepAsync(days: 2);
        (await RegistersOfAsync(bytes)).Count.ShouldBe(1, "the register of the other area has it still");
        (await RegistersOfAsync(noted)).Count.ShouldBe(1, "a note of the same register names it");
        (await app.QueryAsync(db => db.Set<AuditRow>().AnyAsync(r => r.Action == "plan.file" && r.Outcome == "let_go" && r.Subjects == $"{named.PlanId()}"))).ShouldBeFalse(
            "the audit tells what happened"
        );
        (await officer.Http.GetAsync($"/ke-hoach/{elsewhere.PlanId()}/tep")).StatusCode.ShouldBe(HttpStatusCode.OK);
        LiesThere(noted).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_refused_leaves_no_file_behind()
    {
        var text = SamplePlans.Again("van-hoa-2022.txt");
        using var officer = await app.SignInAsync(Officer);
        await officer.UploadPlanAsync(KnownAreas.NongCong, "ke-hoach.txt", Encoding.UTF8.GetBytes(text));
        byte[] again = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
        var refused = await (await officer.GetAsync("/ke-hoach/nap"))
            .Form("Đọc văn bản")
            .Set("AreaId", $"{KnownAreas.NongCong}")
            .Attach("Upload", "ke-hoach.txt", "text/plain", again)
            .SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.Conflict, "the same text in another file");
        (await RegistersOfAsync(again)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_that_came_as_words_says_so_and_gives_its_words()
    {
        using var officer = await app.SignInAsync(Officer);
        var text = SamplePlans.Again("van-hoa-2022.txt");
        var pasted = await (await officer.GetAsync("/ke-hoach/nap")).Form("Đọc văn bản").Set("AreaId", $"{KnownAreas.NongCong}").Set("Text", text).SubmitAsync();
        pasted.Text.ShouldContain("Dán vào dưới dạng chữ, không kèm tệp");
        (await officer.GetAsync($"/ke-hoach/{pasted.PlanId()}/tep")).Status.ShouldBe(HttpStatusCode.NotFound);
        var words = await officer.Http.GetAsync($"/ke-hoach/{pasted.PlanId()}/toan-van");
        words.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await words.Content.ReadAsStringAsync()).TrimStart('\uFEFF').ShouldBe(text.ReplaceLineEndings("\n"));
        var demo = await app.QueryAsync(db => db.Set<Plan>().Where(p => p.CameAs == PlanCameAs.Demo && p.AreaId == KnownAreas.NongCong).Select(p => p.Id).SingleAsync());
        (await officer.GetAsync($"/ke-hoach/{demo}")).Text.ShouldContain("có sẵn trong bộ dữ liệu dùng thử");
    }

    [Fact]
    public async Task The_file_is_in_the_backup()
    {
        var bytes = WordAgain();
        using var officer = await app.SignInAsync(Officer);
        await officer.UploadPlanAsync(KnownAreas.NongCong, "ke-hoach.docx", bytes);
        var backup = Path.Combine(app.DataFolder, $"{Guid.CreateVersion7()}.zip");
        (await app.CommandLineAsync("backup", backup)).Code.ShouldBe(0);
        using var zip = ZipFile.OpenRead(backup);
        zip.Entries.ShouldContain(entry => entry.FullName == $"evidence/{HashOf(bytes)}");
    }

    [Fact]
    public void Every_column_that_holds_the_hash_of_a_file_is_known_to_name_it()
    {
        using var scope = app.Services.CreateScope();
        var hashes = scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .Model.GetEntityTypes()
            .Where(e => e.ClrType != typeof(StoredFile))
            .SelectMany(e => e.GetProperties())
            .Where(p => p.Name.EndsWith("Sha256", StringComparison.Ordinal) && p.Name != nameof(Plan.TextSha256))
            .ToList();
        hashes.Count.ShouldBeGreaterThanOrEqualTo(4);
        hashes.ShouldAllBe(p => p.FindAnnotation("DenSach:NamesFile") != null);
    }
}

public sealed class OriginalsOnSqlite(SqliteApp app) : OriginalFeatures(app), IClassFixture<SqliteApp>;

public sealed class OriginalsOnPostgres(PostgresApp app) : OriginalFeatures(app), IClassFixture<PostgresApp>;
