using DenSach.Papers.Plans.Reading;
using DenSach.Papers.Plans.Reading.Tables;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Who works along, as a cell of a table of work lists them.</summary>
public sealed class PartnerTests
{
    [Theory]
    [InlineData("Các thôn, bản", "Các thôn, bản")]
    [InlineData("Các thôn, bản, khu phố; Hội Phụ nữ, Đoàn Thanh niên", "Các thôn, bản, khu phố|Hội Phụ nữ|Đoàn Thanh niên")]
    [InlineData("Các ban, ngành, đoàn thể, các trường học", "Các ban, ngành, đoàn thể|các trường học")]
    [InlineData("Hội Khuyến học xã, các thôn, bản", "Hội Khuyến học xã|các thôn, bản")]
    [InlineData("Trưởng thôn, bản; Trạm Y tế", "Trưởng thôn, bản|Trạm Y tế")]
    [InlineData("Phòng VH-XH, Văn phòng, trường học", "Phòng VH-XH|Văn phòng|trường học")]
    [InlineData("Công an xã, ", "Công an xã")]
    [InlineData(",;", "")]
    public void A_comma_inside_one_name_parts_nothing(string cell, string names) =>
        string.Join('|', PartnerCell.Names(new MappedText(cell, [.. Enumerable.Range(0, cell.Length)], [.. Enumerable.Range(1, cell.Length)]))).ShouldBe(names);
}
