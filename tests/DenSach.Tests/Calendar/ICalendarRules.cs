using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Calendar;
using DenSach.Modules.Plans;

namespace DenSach.Tests.Calendar;

/// <summary>The feed is what calendar programs expect: RFC 5545 to the octet.</summary>
public sealed class ICalendarRules
{
    private static readonly DateTime Now = new(2026, 11, 21, 1, 0, 0, DateTimeKind.Utc);

    private static DueItem Item(string what, DueKind kind = DueKind.Deadline, string? to = null) =>
        new(
            "p-1-20261230",
            null,
            new DateOnly(2026, 12, 30),
            kind,
            "trước 31/12 hằng năm",
            what,
            to,
            ReportLines.None,
            "Kế hoạch",
            "/ke-hoach/x",
            "xã Bình Lư",
            new PlanOwner(2001),
            false
        );

    private static string Of(string what) => ICalendar.Write("Đèn Sách – xã Bình Lư", [Item(what)], Now);

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    [Fact]
    public void Days_of_the_week_are_written_as_offices_write_them()
    {
        new DateOnly(2026, 12, 20).Weekday().ShouldBe("Chủ nhật, 20/12");
        new DateOnly(2026, 12, 30).Weekday().ShouldBe("thứ Tư, 30/12");
    }

    [Fact]
    public void Every_line_ends_with_CRLF_and_has_at_most_75_octets_and_no_letter_is_torn()
    {
        for (var length = 1; length < 160; length++)
        {
            var what = string.Concat(Enumerable.Repeat("Nghiệp vụ khuyến học ở bản Nà Đon ", 5))[..length] + "𠀋ữ";
            var text = Of(what);
            foreach (var line in text.Split("\r\n"))
            {
                Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75, line);
                line.ShouldNotContain('\n');
                line.ShouldNotContain('\r');
            }
            // A torn letter would come back as the sign for what cannot be read.
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
            text.ShouldNotContain('\uFFFD');
            Unfolded(text).ShouldContain($"Hạn: {PlanWords.Short(what, 120)}");
        }
    }

    [Fact]
    public void What_has_a_meaning_in_the_format_is_written_out()
    {
        var text = Unfolded(Of("a,b;c\\d\ne\tf"));
        text.ShouldContain(@"SUMMARY:Hạn: a\,b\;c\\d\nef" + "\r\n");
    }

    [Fact]
    public void A_day_is_an_event_of_one_whole_day_known_by_the_same_name_in_every_reading()
    {
        var text = Of("báo cáo");
        text.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.ShouldContain("DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20261231\r\n");
        text.ShouldContain("UID:p-1-20261230@densach\r\n");
        ICalendar.Write("Đèn Sách", [Item("báo cáo")], Now.AddDays(3)).ShouldContain("UID:p-1-20261230@densach\r\n");
    }

    [Fact]
    public void A_beginning_is_no_deadline()
    {
        var begin = Item("mở lớp", DueKind.Beginning);
        ICalendar.Write("x", [begin], Now).ShouldNotContain("VALARM");
        DueWords.Message("xã Bình Lư", 2026, 12, [begin]).ShouldContain("• Từ thứ Tư, 30/12: mở lớp");
    }

    [Fact]
    public void The_message_says_what_by_when_to_whom_and_by_which_plan()
    {
        var text = DueWords.Message("xã Bình Lư", 2026, 12, [Item("báo cáo kết quả;", to: "UBND tỉnh")]);
        text.ShouldBe("NHẮC HẠN THÁNG 12/2026 – XÃ BÌNH LƯ\n\n• Chậm nhất thứ Tư, 30/12: báo cáo kết quả. Gửi UBND tỉnh. (Kế hoạch: “trước 31/12 hằng năm”)");
        DueWords.Message("xã Bình Lư", 2026, 5, []).ShouldBe("Tháng 5/2026, xã Bình Lư không có hạn nào theo kế hoạch.");
    }

    [Fact]
    public void The_window_of_a_round_is_not_laid_at_the_door_of_a_plan() => DueWords.Detail(Item("Tự đánh giá", DueKind.Window)).ShouldNotContain("Kế hoạch ghi");
}
