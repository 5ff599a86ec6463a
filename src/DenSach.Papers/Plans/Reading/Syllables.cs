namespace DenSach.Papers.Plans.Reading;

/// <summary>The syllables that plans are written with, as our own plans and the received ones use them.</summary>
internal static class Syllables
{
    private const string Written = """
        ai an anh ba ban bao binh biên biến biết biển biểu biện biệt bo buoi buôn buổi buộc bà bài bàn bàng bào bá bái bám bán báo bên bình bí bích bò bó bùi bùn băng bơi bưu
        bước bạ bạc bạch bạn bản bảng bảo bảy bậc bật bắc bắt bằng bế bến bền bệnh bị bỏ bố bối bốn bồi bồng bổ bổng bộ ca canh cao cha chi chia chiếm chiến chiếu chiều cho chung
        chuyên chuyển chuyện chuẩn chuồng chài chào chánh cháu cháy châm châu chè chéo chí chính chùa chú chúng chăm chăn chưa chương chạy chấm chấp chất chậm chắc chặt chẽ chế
        chỉ chỉnh chị chịu chọn chống chỗ chờ chợ chụp chủ chức chứng chừng chữ chữa co coi con cong cung cuối cuốn cuộc cà cài càng cá các cách cái cán cáo cáp cát cân câu cây
        còn có công cù cùng căn cũ cũng cơ cư cước cường cạnh cả cải cảng cảnh cấp cấu cầm cần cầu cẩm cận cập cặp cố cống cốt cổng cộng cụ cụm của củng cứ cứu cử cửa cửu cực cựu
        dan danh dat day dia dich dien dinh diễm diễn diện do doanh doi don dong du dung duy duyên duyệt dài dành dán dân dòng dõi dù dùng dũng dư dương dưới dưỡng dạng dạy dần
        dẫn dậy dễ dệt dịch dịp dụ dục dụng dừa dữ dự dựa dựng ea em ghi ghép ghế gia giai gian giang giao già giàng giá giác giám gián giáo giáp giúp giả giải giảm giản giảng
        giấy giỏi giống giồng giỗ giới giờ giữ giữa gái gây gì gìn góc góp gõ gương gạo gấp gần gắn gặp gọi gọn gồm gỗ gửi ha hai hang hay heo hiếu hiền hiểu hiện hiệp hiệu ho
        hoa hoach hoan hoc hop hoà hoài hoàn hoàng hoành hoá hoạch hoạt hoặc hu hua huy huyện huấn huế huổi huỳnh hà hàng hành hè hìn hình hòa hòn hóa hôn hùng hút hơn hư hưng
        hưu hương hướng hưởng hạ hạn hạnh hạt hải hảo hầu hậu hằng hết hệ họ họa học họp hỏi hồ hồi hồng hỗ hộ hội hợp hữu ia in ke khai khan khen khi kho khoa khoang khong
        khoản khoảng khu khung khuyến khuyết khuổi khá khác khách khái khám khánh khê khích khó khóa khóm khôi không khăn khơ khơi khả khảo khẩu khắc khỏe khỏi khối khớp khởi
        kiem kim kinh kiêm kiên kiến kiều kiểm kiểu kiệm kiện kon kèm kê kênh kêu kích kín ký kạn kẻng kế kết kề kể kịp kỳ kỷ kỹ lai lam lan lao lap lim linh liên liêu liền liệt
        liệu lo loa long loại luon luân luôn luận luật luồng là làm làng lành lào lái lâm lâu lãng lãnh lê lên lò lõi lúa lúc lúng lý lĩnh lũng lư lưu lươn lương lưới lướt lường
        lượng lượt lạc lại lạng lấy lần lầu lập lặp lễ lệ lịch lối lồng lộ lộc lớn lớp lời lợi lục lứa lừa lựa lực mai mam mau met minh miền miễn muc muối muộn mà màn mái máy mây
        mã mình mô môi môn mông mù mùa mú mơ mưu mường mượn mại mạng mạnh mấy mầm mẫu mận mắc mặc mặn mặt mẹ mẽ mềm mọi mốc mối mỗi một mới mời mở mục mức mừng mỹ nai nam nang
        nay ngay nghe nghiêm nghiên nghiệm nghiệp nghèo nghìn nghĩa nghề nghệ nghỉ nghị ngoài ngoại ngoặc nguyên nguyễn nguyện nguồn ngàn ngành ngày ngân ngãi ngô ngõ ngũ ngư
        người ngưỡng ngạch ngại ngẫu ngắn ngọc ngữ nhau nhiên nhiêu nhiều nhiệm nhu nhuệ nhà nhàn nháp nhân nhìn nhóm nhơn như nhưng nhất nhầm nhận nhập nhật nhắc nhằm nhỏ nhở
        những ninh niê niêm niên no noi non nuôi nà nào này nâng nét nên nêu nòng nói nô nông núi năm năng nơi nước nạp nậm nắm nẵng nếp nếu nền nể nối nổ nổi nội nộp nửa nữ pan
        pang phan pheng phiên phiêng phiếu phiền pho phong phà phái pháp phát phân phép phê phí phòng phó phóng phô phù phú phúc phút phương phước phường phạm phải phản phấn phần
        phẩm phận phật phỏng phố phối phổ phụ phục phủ pá pản pắc qua quan quang quen quy quyết quyền quà quá quán quát quân quét quê quý quả quản quảng quần quận quế quốc quỹ ra
        riêng rà rác rãi rôn rông rõ rút rơ rơi rạch rẫy rịa rồi rộng rừng sa sach sang sau sinh so song soát soạn sung suất suối suốt sàn sách sáng sáp sát sáu sâu sính sóc sóng
        sông súc sĩ sơ sơn sạch sản sầu sắc sắp sẵn sẻ số sống sổ sớm sở sức sử sửa sự tam tap tat tay tham thang thanh thao the theo thi thiên thiết thiếu thiểu thiện thiệt
        thiệu thoai thon thong thoát thoại thu thuong thuận thuật thuộc thành thác thái tháng thánh tháp thân thêm thì thí thích thòi thói thôn thông thù thú thúc thơ thơm thư
        thương thường thưởng thượng thạch thạnh thạo thảo thấp thất thấy thần thầy thẩm thập thật thắng thẻ thế thể thị thịnh thọ thống thổ thới thờ thời thợ thục thủ thủy thứ
        thức thừa thử thực tim tin tinh tiên tiêu tiến tiếng tiếp tiết tiền tiểu tiễn tiện to toan tot toàn toán tra trang trao treo tri triển triệt triệu trong truc trung
        truy truyền trà tràng trào trách trái tránh trên trì trình trí trích trò trùng trú trúc trăng trương trước trường trưởng trạch trại trạm trạng trả trải trấn trần trận trẻ
        trị trịnh trọ trọng trống trồng trở trợ trụ trừ trữ trực tu tuan tuy tuyen tuyên tuyến tuyển tuấn tuần tuệ tuổi tà tài tàng tàu tác tách tái tán tâm tân tâp tây tên tìm
        tình tích tín tính tóm tôi tôm tôn tùng tùy túc túng tăng tư tương tướng tưởng tượng tạ tại tạm tạo tạp tải tảng tảo tấm tất tầm tầng tận tập tật tắt tặng tế tết tỉnh
        tịch tỏa tối tốn tốt tồn tổ tổng tộc tới tờ tục tủ từ từng tử tự tỷ uy uỷ vai ven vi vinh viên viết viễn việc viện việt vu và vài vàm vàng vào vân vì ví vùng văn vĩnh vũ
        vũng vướng vườn vượt vạn vấn vẫn vận vật vậy về vệ vị vốn với vở vụ vừa vững vực xa xanh xem xong xoá xuyen xuyên xuân xuất xuống xác xây xã xét xóa xóm xếp xử yên yêu
        yến yết yếu án ánh áp âm ích ít ôn ông ăn đa đai đan đang đen đi đinh điền điều điểm điển điện đo đoàn đoạn đu đua đuốc đuối đà đài đào đáng đánh đáp đây đã đèn đèo đê
        đêm đình đích đính đó đóng đô đôi đôn đông đúng đăng đơn đưa đương đường được đại đạo đạt đảm đảng đảo đất đấu đầu đầy đẩy đẳng đặc đặng đặt đếm đến đề đều để địa định
        đọc đốc đối đồ đồn đồng đổi đỗ độ độc đội động đột đời đỡ đợt đủ đức đứng ưu ương ước ảnh ấn ấp ổn ủng ủy ứng
        """;

    private static readonly HashSet<string> Known = [.. Written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word in lower case is one of them.</summary>
    public static bool Are(ReadOnlySpan<char> word) => BySpan.Contains(word);
}
