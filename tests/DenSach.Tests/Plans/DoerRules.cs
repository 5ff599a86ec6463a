using DenSach.Modules.Plans;

namespace DenSach.Tests.Plans;

/// <summary>Who is to do what a deadline names: whoever its sentence names before it says what to do, in the words that stand there.</summary>
public sealed class DoerRules
{
    [Theory]
    [InlineData("Các đơn vị báo cáo kết quả về UBND xã trước ngày 30/11", "Các đơn vị")]
    [InlineData("Hằng năm, trước ngày 30/11, các thôn, bản báo cáo UBND xã", "các thôn, bản")]
    [InlineData("Trước ngày 30/11 hằng năm các trường học gửi kết quả", "các trường học")]
    [InlineData("Định kỳ hằng năm, UBND xã căn cứ nhiệm vụ tổ chức sơ kết", "UBND xã")]
    [InlineData("UBND xã vào quý IV hàng năm kiểm tra, ra quyết định công nhận", "UBND xã")]
    [InlineData("Yêu cầu các tổ dân phố đăng ký mô hình học tập", "các tổ dân phố")]
    [InlineData("UBND xã giao Phòng Văn hóa - Xã hội tổng hợp, báo cáo", "Phòng Văn hóa - Xã hội")]
    [InlineData("Chủ tịch UBND xã phê duyệt danh sách", "Chủ tịch UBND xã")]
    [InlineData("Đầu năm học, mỗi trường đăng ký danh hiệu", "mỗi trường")]
    [InlineData("Ban Chỉ đạo, Hội Khuyến học xã có trách nhiệm tổng kết", "Ban Chỉ đạo, Hội Khuyến học xã")]
    public void It_stands_before_what_is_to_be_done(string sentence, string doer) => DoerWords.Of(sentence).ShouldBe(doer);

    [Theory]
    [InlineData("Báo cáo kết quả thực hiện về UBND tỉnh trước ngày 31/12")]
    [InlineData("Tổng hợp báo cáo của các thôn, bản gửi Hội Khuyến học xã")]
    [InlineData("Trên cơ sở kết quả rà soát, tổ chức đánh giá vào quý IV")]
    [InlineData("")]
    public void Whoever_gets_it_or_is_spoken_of_does_not_do_it(string sentence) => DoerWords.Of(sentence).ShouldBeNull();
}
