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
        "công nhận, ra quyết định, căn cứ, rà soát, triển khai, thực hiện, tuyên truyền, vận động, phối hợp, chủ trì, theo dõi, bố trí, ban hành, mở, bình xét, thẩm định, họp",
        "chịu trách nhiệm, có trách nhiệm, phấn đấu, khen thưởng, biểu dương, tiến hành, đạt, tập huấn, khảo sát, thống kê, điều tra",
        "cung cấp, hỗ trợ, phát động, duy trì, cập nhật, thành lập, kiện toàn, nghiệm thu, phê duyệt, đôn đốc, trao, ký, tiếp nhận, tiếp tục, đẩy mạnh, tăng cường, bổ sung, nâng cao"
    );

    /// <summary>Behind these words a verb is part of a name: "Ban Chỉ đạo", "các tổ chức".</summary>
    private static readonly (string Behind, string Verb)[] NamesOfVerbs = [("ban", "chỉ đạo"), ("ban", "tổ chức"), ("các", "tổ chức")];

    /// <summary>Who stands behind these is no doer: "cho các bản", "kết quả của các thôn".</summary>
    private static readonly string[] Prepositions = Words("cho, của, với, tại, ở, về, tới, trong");

    private static readonly string[] Hamlets = Words("thôn, bản, ấp, buôn, khóm, làng, xóm, phum, sóc, bon, tổ dân phố, tdp, khu phố, khu dân cư, bnd, chi hội khuyến học");
    private static readonly string[] Everybody = Words("địa phương, toàn xã, mọi nơi, các nơi");
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

    private static readonly string[] HigherUp = Words("tỉnh, huyện, thị xã, sở, bộ, cấp trên, trung ương, thành phố");

    /// <summary>The words that stand before the first one that says what to do, or for whom: who is to do it stands there, if anywhere.</summary>
    public static NamedWords BeforeTheVerb(string sentence)
    {
        var words = NamedWords.Of(sentence);
        return words with { End = Verbs.Concat(Prepositions).SelectMany(verb => words.PlacesOf(verb).Where(at => !IsName(words, verb, at))).DefaultIfEmpty(words.End).Min() };
    }

    private static bool IsName(NamedWords words, string verb, int at) => NamesOfVerbs.Any(name => name.Verb == verb && words.IsBehind(name.Behind, at));

    public static bool Names(NamedWords words, Taker taker) =>
        taker.Kind == TakerKind.Hamlet ? Holds(words, Hamlets) : Holds(words, Bodies) || Holds(words, NamesOf(taker.Organisation));

    public static bool NamesEverybody(NamedWords words) => Holds(words, Everybody);

    public static bool NamesAnybody(NamedWords words) => Holds(words, Hamlets) || Holds(words, Bodies) || Holds(words, Schools) || Holds(words, Offices);

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
