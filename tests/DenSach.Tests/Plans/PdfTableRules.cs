using DenSach.Modules.Plans.Reading;
using DenSach.Papers.Documents;
using DenSach.Papers.Plans;
using DenSach.Platform.Papers;
using DenSach.Tests.Deciding;
using DenSach.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Plans;

/// <summary>An appendix that gives out work, printed as PDF with wrapped cells over two pages: each row is a task with its day.</summary>
public sealed class PdfTableRules(SqliteApp app) : IClassFixture<SqliteApp>
{
    private const int Works = 24;

    [PdfTableFact]
    public async Task The_rows_of_a_printed_table_are_tasks_with_their_days()
    {
        var printed = (await app.Services.GetRequiredService<PdfPrinter>().PrintAsync(Plan, CancellationToken.None)).Must();
        var source = await PlanSource.ReadAsync("kế hoạch.pdf", printed, null, CancellationToken.None);
        var text = source.Text.ShouldNotBeNull();
        text.Split('\f').Count(p => p.Contains("| Hội Khuyến học xã |", StringComparison.Ordinal)).ShouldBeGreaterThan(1, "the table goes on over a page");

        var reading = PlanReader.Read(text);
        var tasks = reading.Tasks.Where(t => t.FromTable).ToList();
        tasks.Select(t => t.What).ShouldBe(Enumerable.Range(1, Works).Select(Work));
        tasks.ShouldAllBe(t => t.Lead == "Hội Khuyến học xã" && t.Coordinate.SequenceEqual(new[] { "các bản", "Mặt trận Tổ quốc Việt Nam xã" }));
        tasks.Select(t => reading.DueOf(t)).ShouldAllBe(d => d != null && d.Year == 2026 && d.Relation == "before");
        tasks.Select(t => reading.DueOf(t)!.Day).ShouldBe(Enumerable.Range(1, Works).Cast<int?>());
        tasks.ShouldAllBe(t => t.Span.Of(text) == t.What);
    }

    private static string Work(int n) => $"Nhiệm vụ thứ {n}: rà soát, bổ sung danh sách hộ đăng ký danh hiệu “Gia đình học tập” tại các bản";

    private static Paper Plan { get; } =
        new()
        {
            IssuingBody = ["Ủy ban nhân dân", "xã Tân An"],
            Number = 17,
            Symbol = "KH-UBND",
            Place = "Tân An",
            Date = new DateOnly(2026, 3, 5),
            Kind = "Kế hoạch",
            Abstract = "Xây dựng xã hội học tập giai đoạn 2026-2030 trên địa bàn xã Tân An",
            Body =
            [
                new PaperParagraph("Ủy ban nhân dân xã Tân An ban hành Kế hoạch như sau:"),
                new PaperHeading("I. MỤC TIÊU ĐẾN NĂM 2030", 1),
                new PaperList(PaperListStyle.Dash, ["Phấn đấu 80% gia đình đạt danh hiệu “Gia đình học tập”."]),
            ],
            Recipients = ["Lưu: VT"],
            Signature = new PaperSignature(["TM. Ủy ban nhân dân"], "Chủ tịch", "Trần Văn Bình"),
            Appendices =
            [
                new PaperAppendix(
                    "Phụ lục",
                    "Phân công nhiệm vụ",
                    [
                        new PaperTable(
                            [
                                new("TT", PaperAlign.Centre, 5),
                                new("Nhiệm vụ", PaperAlign.Left, 35),
                                new("Cơ quan chủ trì", PaperAlign.Left, 20),
                                new("Cơ quan phối hợp", PaperAlign.Left, 20),
                                new("Thời hạn", PaperAlign.Left, 20),
                            ],
                            [
                                .. Enumerable
                                    .Range(1, Works)
                                    .Select(n => (string[])[$"{n}", Work(n), "Hội Khuyến học xã", "các bản; Mặt trận Tổ quốc Việt Nam xã", $"Trước ngày {n:00}/10/2026"]),
                            ]
                        ),
                    ]
                ),
            ],
        };
}

/// <summary>Runs where a PDF can be printed and its lines read.</summary>
public sealed class PdfTableFactAttribute : FactAttribute
{
    public PdfTableFactAttribute() =>
        Skip =
            new[] { "pdftotext", "pdfinfo", "pdftocairo" }.FirstOrDefault(program => !BoundedProcess.IsThere(program)) is { } missing ? $"{missing} is missing."
            : new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable" }.Any(BoundedProcess.IsThere) ? null
            : "chromium is missing.";
}
