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
    [InlineData("Đầu năm học mỗi trường đăng ký danh hiệu", "mỗi trường")]
    [InlineData("Trước ngày 30 tháng 11 năm 2026, Đảng ủy xã chỉ đạo tổng kết", "Đảng ủy xã")]
    [InlineData("Các cơ quan, đơn vị có liên quan hằng quý báo cáo", "Các cơ quan, đơn vị có liên quan")]
    public void It_stands_before_what_is_to_be_done(string sentence, string doer) => DoerWords.Of(sentence).ShouldBe(doer);

    [Theory]
    [InlineData("Công an xã báo cáo kết quả", "Công an xã")]
    [InlineData("Công chức văn hóa xã tổng hợp", "Công chức văn hóa xã")]
    [InlineData("Công đoàn các trường vận động đoàn viên", "Công đoàn các trường")]
    [InlineData("UBND xã Quý Lộc báo cáo trước ngày 30/11", "UBND xã Quý Lộc")]
    [InlineData("Trước 30/11, UBND xã Định Hòa quý IV hằng năm báo cáo", "UBND xã Định Hòa")]
    [InlineData("Hằng năm UBND xã Giao Thủy tổng kết", "UBND xã Giao Thủy")]
    [InlineData("Trưởng các bản Nà Từ, Phiêng Hoa báo cáo UBND xã", "Trưởng các bản Nà Từ, Phiêng Hoa")]
    [InlineData("Thôn 5, thôn Trước và tổ dân phố số 2 đăng ký", "Thôn 5, thôn Trước và tổ dân phố số 2")]
    [InlineData("Trường Tiểu học số 1 Bình Lư báo cáo", "Trường Tiểu học số 1 Bình Lư")]
    [InlineData("Trung tâm Dịch vụ tổng hợp xã cung cấp tài liệu", "Trung tâm Dịch vụ tổng hợp xã")]
    [InlineData("Trung tâm Văn hóa, thể thao và truyền thông tuyên truyền", "Trung tâm Văn hóa, thể thao và truyền thông")]
    [InlineData("Hội đồng thẩm định xã họp vào quý IV", "Hội đồng thẩm định xã")]
    [InlineData("Hội đồng Thi đua - Khen thưởng xã phê duyệt", "Hội đồng Thi đua - Khen thưởng xã")]
    [InlineData("Ban Xây dựng Đảng tham mưu", "Ban Xây dựng Đảng")]
    [InlineData("Các trường ngoài công lập báo cáo", "Các trường ngoài công lập")]
    [InlineData("Ban An toàn giao thông xã báo cáo", "Ban An toàn giao thông xã")]
    [InlineData("12 bản đăng ký danh hiệu", "12 bản")]
    [InlineData("Hội Khuyến học các huyện, thị xã, thành phố: xây dựng kế hoạch", "Hội Khuyến học các huyện, thị xã, thành phố")]
    [InlineData("UBND các xã, phường: định kỳ 6 tháng và hằng năm báo cáo", "UBND các xã, phường")]
    [InlineData("Phòng Giáo dục và Đào tạo: Cơ quan thường trực, tổng hợp, báo cáo", "Phòng Giáo dục và Đào tạo")]
    [InlineData("Chủ tịch UBND xã quyết định công nhận", "Chủ tịch UBND xã")]
    [InlineData("Các thôn, tổ dân phố tự chấm điểm, bình xét", "Các thôn, tổ dân phố")]
    public void A_name_stands_whole_whatever_words_are_in_it(string sentence, string doer) => DoerWords.Of(sentence).ShouldBe(doer);

    [Theory]
    [InlineData("Kết thúc năm học các trường báo cáo")]
    [InlineData("Các hộ, khu phố đăng ký danh hiệu")]
    [InlineData("Các trường phân công giáo viên cùng trưởng bản cập nhật số liệu")]
    [InlineData("Hợp nhất 04 trung tâm học tập cộng đồng cũ thành 01 trung tâm, hoàn thành trong quý I")]
    [InlineData("Các thôn, bằng nhiều hình thức, tuyên truyền trong Nhân dân")]
    public void Where_it_is_not_plain_who_begins_or_ends_the_list_nobody_is_named(string sentence) => DoerWords.Of(sentence).ShouldBeNull();

    [Theory]
    [InlineData("Báo cáo kết quả thực hiện về UBND tỉnh trước ngày 31/12")]
    [InlineData("Tổng hợp báo cáo của các thôn, bản gửi Hội Khuyến học xã")]
    [InlineData("Trên cơ sở kết quả rà soát, tổ chức đánh giá vào quý IV")]
    [InlineData("")]
    public void Whoever_gets_it_or_is_spoken_of_does_not_do_it(string sentence) => DoerWords.Of(sentence).ShouldBeNull();
}
