using System.Text;
using DenSach.Modules.Registry;
using DenSach.Platform.Text;

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

    /// <summary>Words that name somebody, and beside another word do not: "văn bản", "bản sắc", "nông thôn", "xã hội".</summary>
    private static readonly (string Name, string[] Behind, string[] Before)[] Otherwise =
    [
        ("bản", Words("văn, cơ, phiên, biên, ấn, bài, kịch, nguyên, căn, tài"), Words("thân, đồ, sắc, lĩnh, quyền, tin, chất, cam, gốc, sao, in, mẫu, chính, mềm, cứng, giấy")),
        ("thôn", ["nông"], []),
        ("buôn", [], ["bán"]),
        ("làng", [], ["nghề"]),
        ("hội", Words("xã, đại, cơ"), Words("nghị, thảo, thi")),
        ("trường", Words("môi, thị, công, hiện, quảng"), ["hợp"]),
        ("đơn vị", [], ["học tập"]),
    ];

    private static readonly string[] HigherUp = Words("tinh, huyen, thi xa, so, bo, cap tren, trung uong, thanh pho");

    /// <summary>The words that stand before the first one that says what to do, or for whom: who is to do it stands there, if anywhere.</summary>
    public static string BeforeTheVerb(string sentence)
    {
        var words = Of(sentence);
        var first = Verbs.Concat(Prepositions).Select(verb => words.IndexOf($" {verb} ", StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(words.Length).Min();
        return words[..Math.Min(first + 1, words.Length)];
    }

    public static bool Names(string words, Taker taker) =>
        taker.Kind == TakerKind.Hamlet ? Holds(words, Hamlets) : Holds(words, Bodies) || Holds(words, NamesOf(taker.Organisation));

    public static bool NamesEverybody(string words) => Holds(words, Everybody);

    public static bool NamesAnybody(string words) => Holds(words, Hamlets) || Holds(words, Bodies) || Holds(words, Schools) || Holds(words, Offices);

    /// <summary>It goes to somebody above the commune, so the commune sends it.</summary>
    public static bool IsAboveCommune(string? sentTo) => $" {SearchKey.Of(sentTo)} " is var to && HigherUp.Any(word => to.Contains($" {word} ", StringComparison.Ordinal));

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

    private static bool Holds(string words, string[] names)
    {
        var text = Of(words);
        return names.Any(name => PlacesOf(name, text).Any(at => !IsOtherwise(name, text, at)));
    }

    private static IEnumerable<int> PlacesOf(string name, string text)
    {
        for (var at = text.IndexOf($" {name} ", StringComparison.Ordinal); at >= 0; at = text.IndexOf($" {name} ", at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static bool IsOtherwise(string name, string text, int at) =>
        Otherwise.Any(o =>
            o.Name == name
            && (
                o.Behind.Any(word => text[..at].EndsWith($" {word}", StringComparison.Ordinal))
                || o.Before.Any(word => text[(at + name.Length + 1)..].StartsWith($" {word} ", StringComparison.Ordinal))
            )
        );

    /// <summary>In small letters with their marks, one blank between words and around them; "uỷ" as "ủy".</summary>
    private static string Of(string words)
    {
        var text = new StringBuilder(" ", words.Length + 2);
        foreach (var c in words.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
        if (text[^1] != ' ')
        {
            text.Append(' ');
        }
        return text.Replace("uỷ", "ủy").ToString();
    }
}
