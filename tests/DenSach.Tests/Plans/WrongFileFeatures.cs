using System.Net;
using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>A wrong file where a plan is asked for: one sentence that names it and says what to do, and nothing is kept.</summary>
public abstract class WrongFileFeatures(TestApp app)
{
    private const string Officer = "hoi-khuyen-hoc";

    private Task<int> PlansAsync() => app.QueryAsync(db => db.Set<Plan>().IgnoreQueryFilters().CountAsync());

    private static async Task<PageView> UploadAsync(Session officer, string name, byte[] bytes) =>
        await (await officer.GetAsync("/ke-hoach/nap")).Form("Đọc văn bản").Attach("Upload", name, "application/octet-stream", bytes).SubmitAsync();

    [Theory]
    [InlineData("ảnh chụp kế hoạch.jpg", "là ảnh")]
    [InlineData("ảnh đổi đuôi.docx", "là ảnh")]
    [InlineData("có mật khẩu.pdf", "có mật khẩu nên không đọc được")]
    [InlineData("kế hoạch và 299 trang khác.pdf", "có 300 trang, quá mức 150 trang")]
    [InlineData("trang trắng.pdf", "bị hỏng")]
    [InlineData("bung ra mãi.docx", "bung ra quá lớn")]
    [InlineData("bảng tính.docx", "không phải văn bản Word")]
    [InlineData("trống.docx", "không có chữ nào")]
    [InlineData("trống.pdf", "không có chữ nào")]
    [InlineData("trống.txt", "không có chữ nào")]
    [InlineData("Word đời cũ.doc", "Word đời cũ (.doc) hoặc có mật khẩu")]
    [InlineData("có mật khẩu.docx", "Word đời cũ (.doc) hoặc có mật khẩu")]
    [InlineData("chương trình.txt", "không phải")]
    [InlineData("chỉ tiêu.csv", "là bảng dữ liệu (CSV), không phải văn bản kế hoạch")]
    [InlineData("chỉ tiêu.xlsx", "là bảng tính Excel (.xlsx), không phải văn bản kế hoạch")]
    [InlineData("ảnh đổi đuôi.pdf", "là ảnh mang đuôi .pdf, không phải tệp .pdf thật")]
    [InlineData("trang lỗi.pdf", "không phải PDF thật: đầu tệp không có dấu “%PDF”")]
    [InlineData("tải dở.pdf", "bị hỏng: mất phần cuối")]
    [InlineData("trang lỗi.txt", "là một trang web")]
    [InlineData("thư mời.txt", "không có dòng “KẾ HOẠCH”")]
    public async Task A_wrong_file_is_told_by_its_name_and_nothing_is_kept(string name, string sentence)
    {
        using var officer = await app.SignInAsync(Officer);
        var before = await PlansAsync();
        var page = await UploadAsync(officer, name, WrongFiles.All[name]());
        page.Status.ShouldBe(HttpStatusCode.BadRequest, page.Text);
        var told = page.Find("[role=alert]")!.TextContent;
        told.ShouldContain($"Tệp “{name}”");
        told.ShouldContain(sentence);
        page.Find("input[type=file]").ShouldNotBeNull("another file can be chosen at once");
        (await PlansAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("chỉ tiêu.csv", "là bảng dữ liệu (CSV)")]
    [InlineData("chỉ tiêu.xlsx", "là bảng tính Excel (.xlsx)")]
    [InlineData("Word đời cũ.doc", "Word đời cũ (.doc) hoặc có mật khẩu")]
    [InlineData("ảnh đổi đuôi.pdf", "là ảnh mang đuôi .pdf")]
    [InlineData("có mật khẩu.pdf", "có mật khẩu nên không đọc được")]
    [InlineData("tải dở.pdf", "bị hỏng: mất phần cuối")]
    [InlineData("trống.pdf", "không có chữ nào")]
    [InlineData("trống.txt", "không có chữ nào")]
    public async Task The_command_line_tells_it_as_well(string name, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("densach-wrong-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(file, WrongFiles.All[name]());
            var (code, output) = await app.CommandLineAsync("plan", "read", file);
            code.ShouldBe(1, output);
            output.ShouldContain($"Tệp “{name}”");
            output.ShouldContain(sentence);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("STT,Bản,Số hộ\n1,Nà Sáng,60\n2,Pá Lau,67\n3,Hua Bum,71\n", "là bảng dữ liệu (CSV)")]
    [InlineData("%PDF-1.7 1 0 obj", "là ruột của một tệp PDF hay Word")]
    [InlineData("  \n ", "Chưa có chữ nào để đọc")]
    public async Task So_does_the_API(string text, string sentence)
    {
        using var officer = await app.SignInAsync(Officer);
        var command = new
        {
            commandId = Guid.CreateVersion7(),
            areaId = KnownAreas.BinhLu,
            text,
        };
        var answer = await officer.PostJsonAsync("/api/plans", command);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync()).ShouldContain(sentence);
    }

    [Fact]
    public async Task A_file_larger_than_any_plan_is_told_and_nothing_is_kept()
    {
        using var officer = await app.SignInAsync(Officer);
        var before = await PlansAsync();
        var page = await UploadAsync(officer, "bản quét nặng.pdf", [.. "%PDF-1.7\n"u8, .. new byte[21 << 20]]);
        page.Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
        page.Text.ShouldContain("20 MB");
        (await PlansAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_plan_about_something_else_is_doubted_by_its_title_before_anybody_confirms_it()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer, "giao thông.txt", Encoding.UTF8.GetBytes(OfAnotherProgramme));
        check.Path.ShouldEndWith("/kiem-tra", customMessage: check.Text);
        check.Find("section[aria-labelledby=doubts]")!.TextContent.ShouldContain("“Bảo đảm trật tự, an toàn giao thông năm 2026”, không nói tới học tập hay khuyến học");
        var id = Guid.Parse(check.Path.Split('/')[2]);
        var plan = await app.QueryAsync(db => db.Set<Plan>().Include(p => p.Doubts).SingleAsync(p => p.Id == id));
        plan.IsDraft.ShouldBeTrue();
        plan.Doubts.ShouldContain(d => d.Code == "other_subject");
        (await check.Form("Bỏ bản này").SubmitAsync()).Text.ShouldContain("Đã bỏ bản đang kiểm tra.");
        (await app.QueryAsync(db => db.Set<Plan>().IgnoreQueryFilters().AnyAsync(p => p.Id == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task No_plan_of_the_programme_is_taken_for_something_else() =>
        (await app.QueryAsync(db => db.Set<Plan>().Include(p => p.Doubts).Where(p => p.TextSha256 != null).ToListAsync())).ShouldAllBe(p =>
            p.Doubts.All(d => d.Code != "other_subject")
        );

    private const string OfAnotherProgramme = """
        ỦY BAN NHÂN DÂN
        XÃ BÌNH LƯ

        Số: 45/KH-UBND

        Bình Lư, ngày 12 tháng 3 năm 2026

        KẾ HOẠCH
        Bảo đảm trật tự, an toàn giao thông năm 2026

        I. MỤC TIÊU
        - Phấn đấu đến năm 2026 có 100% hộ gia đình ký cam kết chấp hành pháp luật về giao thông.
        - Phấn đấu 95% người điều khiển xe máy đội mũ bảo hiểm.

        II. TỔ CHỨC THỰC HIỆN
        1. Công an xã
        Chủ trì tuần tra, xử lý vi phạm; báo cáo Ủy ban nhân dân xã trước ngày 15/12 hằng năm.

        Nơi nhận:
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        """;
}

public sealed class WrongFilesOnSqlite(SqliteApp app) : WrongFileFeatures(app), IClassFixture<SqliteApp>;

public sealed class WrongFilesOnPostgres(PostgresApp app) : WrongFileFeatures(app), IClassFixture<PostgresApp>;
