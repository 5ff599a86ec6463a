namespace DenSach.Papers.Plans.Reading.Heads;

/// <summary>
/// The nouns of local government, education, population, society and learning, by whom a figure that measures them counts. One list of terms to a subject, parted by
/// semicolons; "(a|b)" stands for either, "(|a)" for a or nothing. A word of one syllable and what is marked "!" must be written with its own marks, since
/// without them it is another ("bản" a hamlet, "ban" a committee; "công nhân", "công nhận"); what stands in capitals must be in capitals. The longest term at a
/// place wins, so a list need not mind the shorter terms of another.
/// </summary>
internal static class SubjectTerms
{
    public static readonly (PlanSubject Subject, string Terms)[] ByPeople =
    [
        (
            PlanSubject.Household,
            """
            hộ; (|hộ )gia đình; hộ (dân|dân cư|nông dân|nghèo|cận nghèo|thoát nghèo|nông nghiệp|nông thôn|hội viên|đồng bào|dân tộc thiểu số|đồng bào dân tộc thiểu số);
            gia đình (hội viên|đảng viên|cán bộ|trẻ|chính sách|hiếu học|khuyến học|văn hóa|nông dân|nghèo|công nhân); nóc nhà; mái nhà; số hộ
            """
        ),
        (PlanSubject.Clan, "dòng (họ|tộc); tộc họ; họ tộc; chi (họ|tộc); gia tộc; tông tộc; dòng họ (hiếu học|khuyến học)"),
        (
            PlanSubject.PromotionStaff,
            """
            (cán bộ|người|đội ngũ|đội ngũ cán bộ|lực lượng|nhân sự|cộng tác viên) (làm|làm công tác|phụ trách|phụ trách công tác|chuyên trách|chuyên trách công tác|công tác|theo dõi|theo dõi công tác|trực tiếp làm công tác) (khuyến học|hội khuyến học);
            (cán bộ|đội ngũ|đội ngũ cán bộ|cộng tác viên) (|chuyên trách |cốt cán )(khuyến học|hội khuyến học|chi hội khuyến học|ban khuyến học|hội);
            cán bộ HKH; cán bộ chuyên trách (|của )hội khuyến học
            """
        ),
        (
            PlanSubject.AssociationLeader,
            """
            (chủ tịch|phó chủ tịch|chủ tịch hoặc phó chủ tịch|chủ tịch , phó chủ tịch|chủ tịch và phó chủ tịch|chủ tịch phó chủ tịch|lãnh đạo|thường trực|ban thường vụ|ủy viên ban thường vụ|cán bộ lãnh đạo|cán bộ chủ chốt) (|của )(các |)(hội khuyến học|HKH);
            (chi hội trưởng|chi hội phó|chi hội trưởng , chi hội phó|trưởng ban) (|chi hội )khuyến học; chi hội trưởng (|, chi hội phó)
            """
        ),
        (
            PlanSubject.AssociationMember,
            """
            hội viên; hội viên (|của |các )(|chi )(khuyến học|hội khuyến học|HKH); cán bộ (|, |và )hội viên; cán bộ (|, |và )hội viên (khuyến học|hội khuyến học); thành viên (|của )hội khuyến học;
            người (là hội viên|tham gia|vào|gia nhập) hội khuyến học
            """
        ),
        (
            PlanSubject.Official,
            """
            cán bộ; công chức; viên chức; đảng viên; giáo viên; giảng viên; nhà giáo; thầy cô giáo; giáo chức; người dạy; CBCCVC; CBCCVCNLĐ; CBCC; CCVC; CB; CC; VC; GV; CBQL; CBGV; CBGVNV; CNVC; CBVC;
            cán bộ (quản lý|quản lý giáo dục|quản lý trung tâm|công chức|đoàn thể|không chuyên trách|chiến sĩ|lãnh đạo|xã|thôn|hội phụ nữ|y tế|hưu trí|công đoàn|văn hóa|đoàn); người hoạt động không chuyên trách;
            công nhân viên chức; công nhân , viên chức; lực lượng vũ trang; sĩ quan; chiến sĩ; lãnh đạo , quản lý; lãnh đạo quản lý; người đứng đầu; bí thư (|chi bộ|đảng ủy); báo cáo viên; nhân viên; cô nuôi dạy trẻ; hiệu trưởng;
            đội ngũ (nhà giáo|giáo viên|giảng viên|cán bộ); công chức (văn hóa|văn hóa - xã hội|cấp xã); giám đốc trung tâm học tập cộng đồng; thành viên ban giám đốc; ban giám đốc (|các )(trung tâm học tập cộng đồng|TTHTCĐ)
            """
        ),
        (
            PlanSubject.WorkingAge,
            "(người|người dân|dân số|lao động|công dân|dân cư|nhân dân|nam nữ|phụ nữ|thanh niên) (trong|ở|thuộc) (độ tuổi|tuổi) lao động; trong (độ tuổi|tuổi) lao động; dân số ở độ tuổi lao động; người có khả năng lao động"
        ),
        (
            PlanSubject.Population15Plus,
            "tỷ lệ (|dân số |người |người dân )biết chữ; tỉ lệ (|dân số |người |người dân )biết chữ; (người|dân số|người dân|phụ nữ|nam giới|dân cư|công dân) biết chữ"
        ),
        (PlanSubject.Population, "dân số; tổng dân số; nhân khẩu; số dân; dân số (toàn|của|trong) (xã|phường|thị trấn|huyện|tỉnh|thành phố)"),
        (
            PlanSubject.Adult,
            "người (lớn|trưởng thành); dân số trưởng thành; công dân trưởng thành; người dân trưởng thành; dân số là người lớn; người lớn , người cao tuổi; (người|người dân) trong (độ tuổi|tuổi) trưởng thành; người (|từ |từ đủ |đủ )18 tuổi (|trở lên); người (|từ |từ đủ )18 trở lên"
        ),
        (
            PlanSubject.Worker,
            """
            (|người |lực lượng |số )lao động; NLĐ; công nhân!; nông dân; ngư dân; diêm dân; xã viên; nông dân , ngư dân; CNLĐ; CNVCLĐ; công nhân (|, )(lao động|người lao động|viên chức lao động|viên chức , lao động);
            lao động (nông thôn|nữ|trẻ|phổ thông|tự do|nông nghiệp|phi chính thức|qua đào tạo); đoàn viên , người lao động; thợ; thợ thủ công; người sản xuất; người làm nghề; nhân lực; nguồn nhân lực; công nhân khu công nghiệp
            """
        ),
        (
            PlanSubject.Citizen,
            """
            công dân; người dân; nhân dân; cá nhân; cư dân; dân cư; bà con; đồng bào; quần chúng; (các |)tầng lớp nhân dân; (|các )tầng lớp; quần chúng nhân dân; (người|người dân|dân số) trong độ tuổi; người dân (nông thôn|đô thị|địa phương);
            công dân (nông thôn|số|đủ 18 tuổi); dân; nhân dân trong độ tuổi; người trong độ tuổi (đánh giá|quy định|xét|được đánh giá); người từ (|đủ )(16|17) tuổi (|trở lên)
            """
        ),
        (
            PlanSubject.Pupil,
            """
            học sinh; sinh viên; học viên; nghiên cứu sinh; HS; SV; HSSV; HV; trẻ; trẻ em; trẻ (mầm non|mẫu giáo|nhà trẻ|khuyết tật|em trong độ tuổi|trong độ tuổi|độ tuổi); các em; cháu; các cháu; thiếu nhi; thiếu niên; nhi đồng; đội viên;
            thanh niên; thanh thiếu niên; thanh , thiếu niên; thanh thiếu nhi; thanh , thiếu nhi; học sinh (|, )sinh viên; học sinh , học viên; trẻ em (mồ côi|nghèo|gái|lang thang|có hoàn cảnh khó khăn); người trong độ tuổi đi học; con em;
            (tỷ lệ|tỉ lệ) (đi học|đến trường|chuyển cấp|bỏ học|lưu ban|hoàn thành cấp|hoàn thành cấp học|hoàn thành chương trình|hoàn thành tiểu học|hoàn thành chương trình tiểu học|tốt nghiệp THCS|tốt nghiệp THPT|tốt nghiệp trung học)
            """
        ),
        (
            PlanSubject.Other,
            """
            người (cao tuổi|lớn tuổi|già|khuyết tật|tàn tật|dân tộc thiểu số|dân tộc|đồng bào dân tộc thiểu số|mới biết chữ|mù chữ|tái mù chữ|nghèo|học|tham gia|dùng|đọc|dự|nội trợ|có công|có uy tín|nước ngoài|thất nghiệp|chấp hành án|cai nghiện|lầm lỗi|khiếm thị);
            người (|dân )dân tộc (thiểu số|kinh); người dân tộc; (|bà con )đồng bào (|các |vùng )dân tộc (|thiểu số); đồng bào công giáo; dân số là người dân tộc thiểu số; phụ nữ; chị em; nữ giới; nam giới; trẻ mù chữ;
            (|cán bộ , )hội viên (|các |của )(|hội |hội liên hiệp )(phụ nữ|nông dân|cựu chiến binh|người cao tuổi|cựu giáo chức|chữ thập đỏ|đoàn thể|hội đoàn thể|phụ nữ , nông dân|làm vườn|sinh vật cảnh|doanh nhân);
            đoàn viên (|thanh niên|công đoàn|, hội viên|và hội viên); cựu chiến binh; cựu giáo chức; cựu giáo viên; phụ huynh; cha mẹ; bố mẹ; ông bà; chức sắc; tín đồ; giáo dân; già làng; trưởng (thôn|bản|ấp|buôn|khóm|họ|tộc|dòng họ|khu phố); tổ trưởng; nghệ nhân;
            phạm nhân; học viên cai nghiện; bệnh nhân; du khách; khách; bạn đọc; độc giả; tình nguyện viên; cộng tác viên; hướng dẫn viên; tuyên truyền viên; lượt người; lượt học viên; đại biểu; doanh nhân; chủ doanh nghiệp; chủ (hộ|trang trại); chuyên gia
            """
        ),
    ];

    /// <summary>Where, and no whom: "khu vực nông thôn 75 % gia đình".</summary>
    public const string Regions =
        "(khu vực|vùng|địa bàn) (nông thôn|thành thị|đô thị|thị trấn|thị xã|miền núi|đồng bằng|trung du|ven biển|biển đảo|hải đảo|biên giới|phía|ngoài nhà nước|I|II|III|dân tộc thiểu số|đồng bào|khó khăn|đặc biệt khó khăn|thuận lợi|sâu|xa|cao); miền núi; đồng bằng; cấp thôn; khối (phường|xã|thị trấn|quận|huyện|nông thôn|thành thị)";

    /// <summary>Words that begin like a place and are none.</summary>
    public const string NoPlaces = "xã hội; xã đội; phường đội; thành phố học tập toàn cầu; lao động sản xuất; hộ chiếu; hộ khẩu; thành phố thông minh";

    public static readonly (PlanSubject Subject, string Terms)[] ByPlacesAndThings =
    [
        (
            PlanSubject.Hamlet,
            """
            thôn; bản; làng; ấp; buôn; bon; khóm; sóc; phum; xóm; chòm; plei; plây; kon; thôn bản; thôn (|, )buôn; phum (|, )sóc; khu phố; khu dân cư; khu vực dân cư; tổ dân phố; tổ dân cư; tổ nhân dân; KDC; TDP; KP; khối phố; khối xóm; khối (|, )xóm; khối , phố;
            khối dân cư; tiểu khu; cụm dân cư; điểm dân cư; địa bàn dân cư; cộng đồng; cộng đồng (dân cư|thôn|bản|ấp|khu phố|khu dân cư|cấp thôn|người dân); làng bản; xóm làng; phố; thôn (làng|xóm);
            đơn vị cấp thôn; thôn và tương đương; làng văn hóa; khu; khu vực
            """
        ),
        (
            PlanSubject.Organisation,
            """
            bộ , ngành; bộ ngành; bộ , ngành , địa phương; cơ quan; công sở; đơn vị; tổ chức; đoàn thể; sở; sở (|, )ban (|, )ngành; sở , ngành; ban , ngành; ban ngành; ban ngành đoàn thể; phòng , ban; phòng ban; các ngành; ngành; cơ quan (hành chính|nhà nước|đảng|chuyên môn|, đơn vị|tổ chức|báo chí); hội đoàn thể; hội , đoàn thể;
            đơn vị (sự nghiệp|sự nghiệp công lập|lực lượng vũ trang|quân đội|công an|trực thuộc|trên địa bàn|hành chính sự nghiệp|hành chính , sự nghiệp); tổ chức (chính trị|chính trị - xã hội|chính trị xã hội|xã hội|hội|đảng|cơ sở đảng|kinh tế|nghề nghiệp|đoàn thể);
            cấp ủy; chi bộ; đảng bộ; đảng ủy; công đoàn cơ sở; cơ quan công an; đồn biên phòng; CQ; CQĐV; CQ , ĐV; mặt trận tổ quốc; huyện ủy; tỉnh ủy; tỉnh đoàn; huyện đoàn; cơ sở y tế; trạm y tế; bệnh viện
            """
        ),
        (
            PlanSubject.School,
            """
            trường; trường học; nhà trường; đơn vị trường; đơn vị trường học; đơn vị giáo dục; (|các )cơ sở (giáo dục|đào tạo|dạy nghề|giáo dục mầm non|mầm non|giáo dục nghề nghiệp|giáo dục đại học|giáo dục phổ thông|giáo dục thường xuyên|giáo dục và đào tạo|giáo dục , đào tạo|dạy học|ngoại ngữ|trợ giúp trẻ);
            trường (mầm non|mẫu giáo|tiểu học|trung học|trung học cơ sở|trung học phổ thông|phổ thông|THCS|THPT|TH|MN|đại học|cao đẳng|trung cấp|nghề|chính trị|nội trú|bán trú|chuyên|công lập|tư thục|chuẩn quốc gia|đạt chuẩn quốc gia);
            trung tâm (giáo dục|giáo dục thường xuyên|giáo dục nghề nghiệp|giáo dục nghề nghiệp giáo dục thường xuyên|GDTX|GDNN|GDNN GDTX|dạy nghề|ngoại ngữ|ngoại ngữ , tin học|ngoại ngữ tin học|tin học|kỹ thuật tổng hợp|chính trị|bồi dưỡng chính trị); TTGDTX; TT GDTX; TTGDNN GDTX;
            nhóm trẻ; nhà trẻ; lớp mẫu giáo độc lập; trường , lớp; trường lớp; học viện; THCS; THPT; (đại học|cao đẳng); phân hiệu; điểm trường
            """
        ),
        (
            PlanSubject.LearningCentre,
            """
            trung tâm; (trung tâm|TT) (học tập cộng đồng|học tập|HTCĐ|văn hóa học tập cộng đồng|văn hóa và học tập cộng đồng|văn hóa thể thao và học tập cộng đồng|văn hóa , thể thao và học tập cộng đồng|văn hóa , thể thao và HTCĐ|văn hóa thể thao học tập cộng đồng);
            TTHTCĐ; TT HTCĐ; HTCĐ; TTVHTT HTCĐ; TTVH HTCĐ
            """
        ),
        (
            PlanSubject.Enterprise,
            """
            doanh nghiệp; DN; hợp tác xã; HTX; công ty; xí nghiệp; nhà máy; tổ hợp tác; liên hiệp hợp tác xã; nông trường; lâm trường; tập đoàn; cơ sở (sản xuất|kinh doanh|sản xuất kinh doanh|sản xuất , kinh doanh|dịch vụ); doanh nghiệp (nhỏ và vừa|nhỏ|nhà nước|tư nhân);
            hợp tác xã nông nghiệp; trang trại; khối doanh nghiệp; hiệp hội doanh nghiệp
            """
        ),
        (
            PlanSubject.Commune,
            """
            xã; phường; thị trấn; đặc khu; xã (|, )phường; xã , phường , thị trấn; xã , thị trấn; phường , xã; xã phường thị trấn; (đơn vị|địa phương|địa bàn|đơn vị hành chính|chính quyền) cấp xã; cấp xã; UBND (|các |cấp )xã; UBND cấp xã; cộng đồng (|học tập )cấp xã;
            xã (nông thôn mới|đảo|biên giới|nghèo|đặc biệt khó khăn|vùng cao|miền núi); ủy ban nhân dân cấp xã; đơn vị hành chính xã
            """
        ),
        (
            PlanSubject.District,
            """
            huyện; quận; thị xã; thành phố; huyện , (thị xã|thành phố|thị); huyện , thị xã , thành phố; quận , huyện; quận , huyện , thị xã; thành phố , thị xã; (đơn vị|địa phương|địa bàn|đơn vị hành chính) cấp huyện; cấp huyện; UBND (|các |cấp )huyện; thành phố trực thuộc tỉnh
            """
        ),
        (PlanSubject.Province, "tỉnh; tỉnh , thành phố; tỉnh , thành; tỉnh thành; (đơn vị|địa phương|đơn vị hành chính) cấp tỉnh; cấp tỉnh"),
        (
            PlanSubject.Other,
            """
            (chi |ban |tổ )hội (khuyến học|phụ nữ|nông dân); chi hội; phân hội; chi hội (khuyến học|phụ nữ); ban khuyến học; hội khuyến học; hội (phụ nữ|nông dân|cựu chiến binh|người cao tuổi|cựu giáo chức); chi đoàn; đoàn trường; công đoàn; tổ chức hội khuyến học; ban chỉ đạo; ban vận động; tổ công nghệ số;
            lớp; lớp học; lớp (xóa mù chữ|tập huấn|bồi dưỡng|chuyên đề|dạy nghề); chuyên đề; buổi; khóa; khóa học; khóa (đào tạo|bồi dưỡng|tập huấn); hội nghị; hội thảo; hội thi; cuộc thi; cuộc; đợt; diễn đàn; bài giảng; học liệu; tài liệu; giáo trình; môn học;
            di tích; di sản; nội dung; nội dung chương trình; thư viện; tủ sách; tủ sách (dòng họ|gia đình|khuyến học|pháp luật); kệ sách; phòng đọc; sách; cuốn sách; đầu sách; bản sách; nhà văn hóa; nhà sinh hoạt cộng đồng; nhà văn hóa thôn; bưu điện; bưu điện văn hóa xã; bảo tàng; nhà truyền thống; thiết chế; thiết chế văn hóa; cơ sở vật chất; điểm truy cập internet; câu lạc bộ; đội văn nghệ;
            suất học bổng; suất quà; suất; học bổng; quỹ; quỹ (khuyến học|khuyến tài|khuyến học khuyến tài); máy tính; phòng máy; thiết bị; phòng học; thủ tục; thủ tục hành chính; dịch vụ công; hồ sơ; phần mềm; nền tảng;
            bản tin bài; bài viết; chuyên mục; chuyên trang; pano; mô hình điểm; điển hình; gương; sáng kiến; chợ; thửa đất; diện tích; thời lượng; nghề; việc làm; tổ công nghệ số cộng đồng; tổ liên gia; trạm truyền thanh; đài truyền thanh; (|tỷ lệ |tỉ lệ )(mù chữ|tái mù chữ|người mù chữ|nghèo)
            """
        ),
    ];
}
