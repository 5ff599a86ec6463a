using System.Net;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Papers.Documents;
using DenSach.Platform.Papers;
using DenSach.Tests.Hosting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>Papers in print, as PDF and as Word files: the same words and the same rights.</summary>
public abstract class PaperRules(TestApp app)
{
    [Fact]
    public async Task A_draft_paper_leaves_number_and_date_blank()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var paper = await officer.GetAsync($"/quyet-dinh/{decision}/ban-in");
        paper.Find(".paper-number")!.TextContent.Replace("\u00a0", "").ShouldBe("Số: /QĐ-UBND");
        paper.Find(".paper-date")!.TextContent.Replace("\u00a0", "").ShouldBe("Bình Lư, ngàythángnăm 2026");
        paper.Text.ShouldNotContain("ke_hoach");
    }

    [Fact]
    public async Task The_paper_comes_as_a_PDF_or_the_page_says_how_the_browser_makes_one()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var answer = await officer.GetAsync($"/quyet-dinh/{decision}/ban-in.pdf");
        if (app.Services.GetRequiredService<PdfPrinter>().IsThere)
        {
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
            answer.Html.ShouldStartWith("%PDF-");
            answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        }
        else
        {
            answer.Text.ShouldContain("dùng chức năng In của trình duyệt");
        }
        using var head = await drive.SignInAsync("nguoi-dan");
        (await head.GetAsync($"/quyet-dinh/{decision}/ban-in.pdf")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_decision_leaves_as_a_Word_file_with_its_families_and_the_mark_on_every_page()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(2);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var page = await officer.GetAsync($"/quyet-dinh/{decision}");
        var link = page.FindAll("a").Single(a => a.TextContent == "Tải bản Word (.docx)").GetAttribute("href")!;
        var names = (await officer.GetAsync($"/quyet-dinh/{decision}/ban-in")).FindAll(".paper-table-body td:nth-child(3)").Select(c => c.TextContent).ToList();
        var answer = await officer.Http.GetAsync(link);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(PaperDocx.MediaType);
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldMatch("^quyet-dinh-cong-nhan-danh-hieu-gia-dinh-hoc-tap-nam-[0-9]{4}-tren-dia-ban-xa-binh-lu[.]docx$");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var (words, headers) = await OpenAsync(answer);
        names.Count.ShouldBe(2);
        names.ShouldAllBe(name => words.Contains(name));
        headers.Count.ShouldBe(2, "the first page and the others");
        headers.ShouldAllBe(header => header.Contains(PaperShelf.SampleMark));
        await ShouldBeRefusedAsync(drive, link);
    }

    [Fact]
    public async Task A_numbered_decision_is_named_by_its_number()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = (await drive.DecideAsync("31/QĐ-UBND")).DecisionId;
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var answer = await officer.Http.GetAsync($"/quyet-dinh/{decision}/ban-in?handler=Word");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("quyet-dinh-31-qd-ubnd.docx");
        (await OpenAsync(answer)).Words.ShouldContain("Số: 31/QĐ-UBND");
    }

    [Fact]
    public async Task The_posted_list_leaves_as_a_Word_file_with_the_mark()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var family = await drive.FamilyAsync();
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [await drive.ProposedAsync(family)])).Must();
        var posting = (await drive.PostAsync()).PostingId;
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var page = await officer.GetAsync($"/dot/{drive.RoundId}/niem-yet/{posting}");
        var link = page.FindAll("a").Single(a => a.TextContent == "Tải bản Word (.docx)").GetAttribute("href")!;
        var answer = await officer.Http.GetAsync(link);
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldStartWith("thong-bao-niem-yet-cong-khai-danh-sach-gia-dinh");
        var (words, headers) = await OpenAsync(answer);
        words.ShouldContain(family.HeadName);
        headers.ShouldAllBe(header => header.Contains(PaperShelf.SampleMark));
        await ShouldBeRefusedAsync(drive, link);
    }

    /// <summary>Whoever may not see the print gets no file: another commune's officer, whoever has not signed in, and a citizen where the print is not for all.</summary>
    private async Task ShouldBeRefusedAsync(RoundDrive drive, string link)
    {
        using var stranger = await drive.SignInAsync("hoi-nong-cong");
        (await stranger.GetAsync(link)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        using var nobody = app.Anonymous();
        (await nobody.GetAsync(link)).Path.ShouldStartWith("/dang-nhap");
        using var citizen = await drive.SignInAsync("nguoi-dan");
        var print = await citizen.GetAsync(link.Replace("?handler=Word", "", StringComparison.Ordinal));
        (await citizen.Http.GetAsync(link)).StatusCode.ShouldBe(print.Status);
    }

    private static async Task<(string Words, IReadOnlyList<string> Headers)> OpenAsync(HttpResponseMessage answer)
    {
        using var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var word = WordprocessingDocument.Open(bytes, isEditable: false);
        var main = word.MainDocumentPart!;
        return (string.Join('\n', main.Document.Descendants<Paragraph>().Select(p => p.InnerText)), [.. main.HeaderParts.Select(h => h.Header.InnerText)]);
    }
}

public sealed class PaperRulesOnSqlite(SqliteApp app) : PaperRules(app), IClassFixture<SqliteApp>;

public sealed class PaperRulesOnPostgres(PostgresApp app) : PaperRules(app), IClassFixture<PostgresApp>;
