using DenSach.Modules.Registry;

namespace DenSach.Modules.Plans;

/// <summary>
/// Hamlets, organisations and offices, as sentences of plans name them. Words are compared with their marks: "các bản" are hamlets, "các ban" are not, and a "trường" is no
/// "trưởng".
/// </summary>
internal static class AgencyWords
{
    private static readonly string[] Verbs = Words(
        "báo cáo, gửi, nộp, trình, tổng hợp, tổ chức, kiểm tra, giám sát, xây dựng, đánh giá, lập, hoàn thành, đăng ký, đăng kí, sơ kết, tổng kết, chỉ đạo, hướng dẫn, tham mưu",
        "công nhận, ra quyết định, quyết định, căn cứ, rà soát, triển khai, thực hiện, tuyên truyền, vận động, phối hợp, chủ trì, theo dõi, bố trí, ban hành, mở, bình xét, thẩm định, họp",
        "chịu trách nhiệm, có trách nhiệm, phấn đấu, khen thưởng, biểu dương, tiến hành, đạt, tập huấn, khảo sát, thống kê, điều tra",
        "cung cấp, hỗ trợ, phát động, duy trì, cập nhật, thành lập, kiện toàn, nghiệm thu, phê duyệt, đôn đốc, trao, ký, tiếp nhận, tiếp tục, đẩy mạnh, tăng cường, bổ sung, nâng cao"
    );

    /// <summary>In these a verb is part of a name, or of another word.</summary>
    private static readonly string[] NamesOfVerbs = Words(
        "ban chỉ đạo, ban tổ chức, các tổ chức, cơ quan tổ chức, tổ chức chính trị, tổ chức đoàn thể, tổ chức đảng, tổ chức xã hội, ban xây dựng đảng, sở xây dựng, phòng xây dựng",
        "ban kiểm tra, tổ kiểm tra, đoàn kiểm tra, ban giám sát, tổ giám sát, đoàn giám sát, hội đồng thẩm định, ban thẩm định, tổ thẩm định, hội đồng đánh giá, ban đánh giá, tổ đánh giá",
        "đoàn đánh giá, hội đồng bình xét, hội đồng nghiệm thu, hội đồng công nhận, tổ khảo sát, đoàn khảo sát, ban vận động, ban tuyên truyền, tổ tuyên truyền, đội tuyên truyền",
        "tuyên truyền viên, báo cáo viên, tổ hướng dẫn, trung tâm hỗ trợ, dịch vụ tổng hợp, phòng tổng hợp, văn phòng tổng hợp, kinh tế tổng hợp, hội đồng khen thưởng, thi đua khen thưởng",
        "công lập, dân lập, tư lập, độc lập, chương trình, công trình, quy trình, quá trình, thư ký, chữ ký, nhật ký, phòng họp, cuộc họp, đại học mở"
    );

    /// <summary>Who stands behind these is no doer: "cho các bản", "kết quả của các thôn".</summary>
    private static readonly string[] Prepositions = Words("cho, của, với, tại, ở, về, tới, trong");

    private static readonly string[] Hamlets = Words("thôn, bản, ấp, buôn, khóm, làng, xóm, phum, sóc, bon, tổ dân phố, tdp, khu phố, khu dân cư, bnd, chi hội khuyến học");
    private static readonly string[] Everybody = Words("địa phương, toàn xã, mọi nơi, các nơi");
    private static readonly string[] Communes = Words("các xã, cấp xã, các phường, xã phường, phường xã, ubnd xã, ủy ban nhân dân xã, các địa phương, đặc khu");
    private static readonly string[] Bodies = Words("cơ quan, đơn vị");
    private static readonly string[] Schools = Words("trường, cơ sở giáo dục, hiệu trưởng");
    private static readonly string[] Offices = Words(
        "ubnd, ủy ban, hđnd, hội đồng, hội, hkh, phòng, sở, ban, bcđ, văn phòng, trung tâm, tthtcđ, trạm, mặt trận, mttq, đoàn, đoàn thể, công an, đảng ủy, ngành, doanh nghiệp",
        "hợp tác xã, công chức, chủ tịch, thường trực"
    );

    /// <summary>Words that name somebody, and beside another word do not: "văn bản", "bản sắc", "nông thôn", "xã hội", "chăm sóc", "cán bộ".</summary>
    private static readonly (string Name, string[] Behind, string[] Before)[] Otherwise =
    [
        ("bản", Words("văn, cơ, phiên, biên, ấn, bài, kịch, nguyên, căn, tài"), Words("thân, đồ, sắc, lĩnh, quyền, tin, chất, cam, gốc, sao, in, mẫu, chính, mềm, cứng, giấy")),
        ("thôn", ["nông"], []),
        ("buôn", [], ["bán"]),
        ("làng", [], ["nghề"]),
        ("sóc", ["chăm"], []),
        ("hội", Words("xã, đại, cơ, ngày, lễ"), Words("nghị, thảo, thi")),
        ("trường", Words("môi, thị, công, hiện, quảng"), ["hợp"]),
        ("đơn vị", [], ["học tập"]),
        ("phòng", Words("dự, đề"), Words("chống, cháy, ngừa, bệnh, tránh, học, đọc, họp")),
        ("sở", Words("cơ, trụ"), Words("hữu, thích")),
        ("đoàn", [], ["kết"]),
        ("ban", [], Words("đầu, đêm")),
        ("ngành", ["chuyên"], ["nghề"]),
        ("bộ", Words("cán, chi, đảng, đồng, nội, toàn, tiến, câu lạc, cục"), Words("phận, máy, môn, tiêu chí, chỉ số, câu hỏi, công cụ, phiếu, hồ sơ, tài liệu, đội")),
    ];

    /// <summary>"Bản báo cáo", "bản đăng ký" at the head of a sentence are papers, no hamlet; "các bản báo cáo", "trưởng bản đăng ký" are not.</summary>
    private static readonly string[] Papers = Words(
        "báo cáo, đăng ký, đăng kí, tổng hợp, thống kê, đánh giá, tự, kê, kế hoạch, danh sách, nhận xét, xác nhận, đề nghị, thuyết minh"
    );

    /// <summary>A name may begin with these, beside those of agencies themselves.</summary>
    private static readonly string[] Leading = Words(
        "các, những, mỗi, từng, mọi, tất cả, toàn thể, một số, hai, ba, bốn, trưởng, phó, lãnh đạo, thủ trưởng, người đứng đầu, bí thư, giám đốc, đại diện, thành viên, cán bộ, thư ký",
        "nhà trường, công đoàn, liên đoàn, chi hội, chi bộ, đảng bộ, cấp ủy, tổ, nhóm, đội, bộ phận, cụm, ngân hàng, công ty, câu lạc bộ, thư viện, bưu điện, nhà văn hóa, chính quyền"
    );

    private static readonly string[] HigherUp = Words("tỉnh, huyện, thị xã, sở, bộ, cấp trên, trung ương, thành phố");

    /// <summary>The words that stand before the first one that says what to do, or for whom: who is to do it stands there, if anywhere.</summary>
    public static NamedWords BeforeTheVerb(string sentence)
    {
        var words = NamedWords.Of(sentence);
        return words with { End = Verbs.Concat(Prepositions).SelectMany(verb => words.PlacesOf(verb).Where(at => !IsName(words, at))).DefaultIfEmpty(words.End).Min() };
    }

    private static bool IsName(NamedWords words, int at) => NamesOfVerbs.Any(name => words.IsWithin(name, at));

    public static bool Names(NamedWords words, Taker taker) =>
        taker.Kind == TakerKind.Hamlet ? Holds(words, Hamlets) : Holds(words, Bodies) || Holds(words, NamesOf(taker.Organisation));

    public static bool NamesCommunes(NamedWords words) => Holds(words, Communes);

    public static bool NamesEverybody(NamedWords words) => Holds(words, Everybody);

    public static bool NamesAnybody(NamedWords words) => Holds(words, Hamlets) || Holds(words, Bodies) || Holds(words, Schools) || Holds(words, Offices);

    /// <summary>It begins with somebody, or with how many: "các trường", "12 bản", "trưởng thôn".</summary>
    public static bool BeginsWithSomebody(NamedWords words)
    {
        var counted = words.Text.TrimStart(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var named = NamedWords.Of(counted);
        return Leading.Concat(Everybody).Concat(Hamlets).Concat(Bodies).Concat(Schools).Concat(Offices).Any(named.BeginsWith);
    }

    /// <summary>It goes to somebody above the commune, so the commune sends it.</summary>
    public static bool IsAboveCommune(string? sentTo) => Holds(NamedWords.Of(sentTo ?? ""), HigherUp);

    private static string[] NamesOf(OrganisationKind? kind) =>
        kind switch
        {
            >= OrganisationKind.Kindergarten and <= OrganisationKind.OtherSchool => Schools,
            OrganisationKind.LearningCentre => Words("trung tâm học tập cộng đồng, tthtcđ, cơ sở giáo dục"),
            OrganisationKind.HealthStation => ["trạm y tế"],
            OrganisationKind.MassOrganisation => Words("đoàn thể, mặt trận, mttq, tổ chức chính trị"),
            OrganisationKind.Enterprise => ["doanh nghiệp"],
            OrganisationKind.Cooperative => ["hợp tác xã"],
            OrganisationKind.PeoplesCommittee => Words("ubnd, ủy ban nhân dân"),
            _ => [],
        };

    private static string[] Words(params string[] lines) => [.. lines.SelectMany(line => line.Split(", "))];

    private static bool Holds(NamedWords words, string[] names) => names.Any(name => words.PlacesOf(name).Any(at => !IsOtherwise(name, words, at)));

    private static bool IsOtherwise(string name, NamedWords words, int at) =>
        name == "bản" && at == 0 && Papers.Any(paper => words.GoesOn(name, at, paper))
        || Otherwise.Any(o => o.Name == name && (o.Behind.Any(word => words.IsBehind(word, at)) || o.Before.Any(word => words.GoesOn(name, at, word))));
}
