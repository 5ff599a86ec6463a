using System.Text;
using DenSach.Platform.Text;

namespace DenSach.Tests.Text;

public class CsvRules
{
    private static string Line(object? cell) => Encoding.UTF8.GetString(new Csv().Row(cell).ToBytes().AsSpan(3)).TrimEnd('\r', '\n');

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84 912", "'+84 912")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    public void A_text_that_a_spreadsheet_would_calculate_stays_a_text(string text, string cell) => Line(text).ShouldBe(cell);

    [Theory]
    [InlineData("Lò Văn Ơn", "Lò Văn Ơn")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("nói \"vâng\"", "\"nói \"\"vâng\"\"\"")]
    [InlineData("hai\ndòng", "\"hai\ndòng\"")]
    [InlineData("=\"x\"", "\"'=\"\"x\"\"\"")]
    [InlineData("", "")]
    public void Signs_of_the_format_are_quoted_and_nothing_else(string text, string cell) => Line(text).ShouldBe(cell);

    [Fact]
    public void Numbers_and_days_are_written_alike_in_every_language()
    {
        Line(-1234567).ShouldBe("-1234567");
        Line(new DateOnly(2026, 3, 9)).ShouldBe("09/03/2026");
        Line(null).ShouldBe("");
    }

    [Fact]
    public void A_spreadsheet_is_told_that_it_is_Unicode() => new Csv().Row("Số hộ").ToBytes().Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
}
