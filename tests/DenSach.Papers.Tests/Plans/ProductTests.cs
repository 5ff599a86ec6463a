using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>What is to come of a task, as the column "Sản phẩm" of a table of work says it.</summary>
public sealed class ProductTests
{
    private static ExtractedPlan Read(string table) =>
        PlanReader.Read(
            $"""
            ỦY BAN NHÂN DÂN XÃ TÂN AN
            Số: 15/KH-UBND
            Tân An, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Xây dựng xã hội học tập giai đoạn 2026-2030
            I. MỤC TIÊU
            - Đến năm 2030, 80% gia đình đạt danh hiệu “Gia đình học tập”.
            PHỤ LỤC
            {table}
            """
        );

    private static ExtractedPlan Rows(string head, string cell, string time = "Thường xuyên") =>
        Read(
            $"""
            | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | {head} |
            | 1 | Kiểm tra các thôn | Hội Khuyến học xã | {time} | {cell} |
            | 2 | Mở lớp xóa mù chữ | Trường Tiểu học Tân An | Tháng 9/2026 | 02 lớp |
            """
        );

    [Theory]
    [InlineData("Sản phẩm")]
    [InlineData("Sản phẩm đầu ra")]
    [InlineData("Sản phẩm/kết quả")]
    [InlineData("Kết quả, sản phẩm")]
    [InlineData("Dự kiến sản phẩm")]
    [InlineData("Yêu cầu về sản phẩm")]
    [InlineData("Kết quả")]
    [InlineData("Kết quả dự kiến")]
    [InlineData("Dự kiến kết quả")]
    [InlineData("Dự kiến kết quả đạt được")]
    [InlineData("Kết quả hoàn thành")]
    [InlineData("Đầu ra")]
    public void The_column_of_what_is_to_come_of_it_is_known_by_its_head(string head) => Rows(head, "Biên bản").Tasks.Select(t => t.Product).ShouldBe(["Biên bản", "02 lớp"]);

    [Theory]
    [InlineData("Kết quả thực hiện")]
    [InlineData("Kết quả năm 2025")]
    [InlineData("Kết quả đạt được")]
    [InlineData("Ghi chú")]
    public void What_came_of_it_is_not_what_is_to_come(string head) => Rows(head, "Biên bản").Tasks.ShouldAllBe(t => t.Product == null);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("85%")]
    [InlineData("…")]
    public void A_sign_or_a_bare_figure_is_no_product(string cell) => Rows("Kết quả", cell).Tasks[0].Product.ShouldBeNull();

    [Fact]
    public void A_table_of_figures_that_tells_results_gives_no_work()
    {
        var plan = Read("| TT | Nội dung | Kết quả | Năm 2030 |\n| 1 | Gia đình học tập (%) | 70 | 86 |\n| 2 | Dòng họ học tập (%) | 60 | 75 |");
        plan.Tasks.ShouldBeEmpty();
        plan.TableTargets.Select(t => t.Value).Order().ShouldBe([60, 70, 75, 86]);
    }

    [Fact]
    public void Cells_that_a_page_breaks_over_several_lines_are_whole_again()
    {
        var corpus = Path.Combine(AppContext.BaseDirectory, "corpus");
        Products(Path.Combine(corpus, "k", "01-province-bac-khe.txt"))
            .ShouldBe([
                "Hướng dẫn",
                "Lớp tập huấn, tài liệu",
                "Báo cáo, quyết định kiện toàn",
                "Tin, bài, phóng sự",
                "Biên bản, thông báo kết quả kiểm tra",
                "Báo cáo, hội nghị",
                "Báo cáo, hội nghị",
            ]);
        Products(Path.Combine(corpus, "k", "06-commune-muong-pan.txt"))
            .Take(5)
            .ShouldBe(["Quyết định", "Kế hoạch", "Tin, bài", "Danh sách, biểu tổng hợp", "Lớp học, hồ sơ học viên"]);

        static IEnumerable<string?> Products(string file) => PlanReader.Read(File.ReadAllText(file)).Tasks.Where(t => t.FromTable).Select(t => t.Product);
    }

    [Fact]
    public void A_day_that_the_product_names_is_the_tasks_where_its_row_has_no_time()
    {
        var plan = Rows("Sản phẩm", "Báo cáo gửi UBND xã trước ngày 15/12/2026");
        plan.DueOf(plan.Tasks[0])!.ShouldSatisfyAllConditions(d => (d.Day, d.Month, d.Year, d.Relation).ShouldBe((15, 12, 2026, "before")), d => d.To.ShouldBe("UBND xã"));
    }

    [Fact]
    public void Beside_a_time_of_its_own_the_day_of_the_product_is_a_deadline_of_the_plan()
    {
        var plan = Rows("Sản phẩm", "Báo cáo trước ngày 15/12/2026", "Quý III/2026");
        plan.DueOf(plan.Tasks[0])!.Quarter.ShouldBe(3);
        plan.Deadlines.ShouldContain(d => d.Day == 15 && d.Month == 12 && d.Year == 2026);
        plan.Tasks[0].Product.ShouldBe("Báo cáo trước ngày 15/12/2026");
    }

    [Theory]
    [InlineData("Báo cáo quý I/2027")]
    [InlineData("Kế hoạch tháng 3/2027")]
    [InlineData("Báo cáo tổng kết năm 2030")]
    public void A_time_that_is_part_of_the_name_of_a_paper_is_no_deadline(string paper)
    {
        var plan = Rows("Sản phẩm", paper);
        plan.Tasks[0].Product.ShouldBe(paper);
        plan.Deadlines.ShouldHaveSingleItem().Month.ShouldBe(9);
    }

    [Fact]
    public void A_day_of_which_nothing_says_what_it_is_for_is_told()
    {
        var plan = Rows("Sản phẩm", "Biên bản ngày 03/4/2027");
        plan.Deadlines.ShouldHaveSingleItem();
        plan.Warnings.ShouldContain(w => w.Code == "date");
    }

    [Fact]
    public void Of_a_row_written_a_cell_a_line_that_lacks_a_cell_nothing_is_guessed_but_it_is_told()
    {
        string[] cells =
        [
            .. "TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Sản phẩm|Thời gian".Split('|'),
            .. "1|Ban hành kế hoạch|Phòng Văn hóa - Xã hội|Công an xã|Kế hoạch|Tháng 3/2026".Split('|'),
            .. "2|Kiểm tra các thôn|Hội Khuyến học xã|Công an xã|Báo cáo|Quý IV/2026".Split('|'),
            .. "3|Họp giao ban|Hội Nông dân xã|Công an xã|Quý III/2026".Split('|'),
            .. "4|Tổng kết|Đoàn Thanh niên xã|Công an xã|Báo cáo tổng kết|Quý IV/2030".Split('|'),
        ];
        var plan = Read(string.Join('\n', cells));
        plan.Tasks.Select(t => t.What).ShouldBe(["Ban hành kế hoạch", "Kiểm tra các thôn", "Tổng kết"]);
        plan.Warnings.ShouldContain(w => w.Code == "task" && w.Message.Contains("thiếu ô"));
    }

    [Fact]
    public void In_rows_without_numbers_a_missing_product_takes_no_word_of_the_next_row()
    {
        string[] cells =
        [
            .. "Nhiệm vụ|Cơ quan chủ trì|Thời gian|Sản phẩm".Split('|'),
            .. "Ban hành kế hoạch|Phòng Văn hóa - Xã hội|Tháng 3/2026|Kế hoạch".Split('|'),
            .. "Họp giao ban|Hội Nông dân xã|Quý III/2026".Split('|'),
            .. "Tổng kết|Đoàn Thanh niên xã|Quý IV/2030|Báo cáo tổng kết".Split('|'),
            .. "Theo dõi chung|Hội Khuyến học xã|Thường xuyên".Split('|'),
        ];
        var plan = Read(string.Join('\n', cells));
        plan.Tasks.Select(t => (t.What, t.Product))
            .ShouldBe([("Ban hành kế hoạch", "Kế hoạch"), ("Họp giao ban", null), ("Tổng kết", "Báo cáo tổng kết"), ("Theo dõi chung", (string?)null)]);
    }

    [Fact]
    public void It_survives_the_JSON_form_is_left_out_where_there_is_none_and_shown_to_people()
    {
        var plan = Rows("Sản phẩm", "");
        var json = PlanJson.Write(plan);
        json.Split("\"product\"").Length.ShouldBe(2);
        PlanJson.Read(json).Tasks.Select(t => t.Product).ShouldBe([null, "02 lớp"]);
        PlanTable.Write(plan).ShouldContain("Trường Tiểu học Tân An: Mở lớp xóa mù chữ → 02 lớp");
    }
}
