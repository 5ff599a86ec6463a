using System.Globalization;
using DenSach.Papers.Documents;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DenSach.Papers.Tests.Documents;

/// <summary>A recognition of sixty families, made from the shipped template. All names are invented.</summary>
internal static class SampleDecision
{
    public const string Mark = "BẢN MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ";

    public static PaperTemplate Template() =>
        new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .Build()
            .Deserialize<PaperTemplate>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "papers", "quyet-dinh-cong-nhan-gia-dinh.yaml")));

    public static Dictionary<string, string> Values() =>
        new()
        {
            ["dia_ban"] = "xã Bình Lư",
            ["dia_danh"] = "Bình Lư",
            ["nam"] = "2026",
            ["ke_hoach"] = "Kế hoạch của Ủy ban nhân dân xã Bình Lư thực hiện các Chương trình xây dựng xã hội học tập giai đoạn 2026-2030",
            ["bo_tieu_chi"] = "Bộ tiêu chí mẫu của phần mềm, phiên bản 1",
            ["co_quan_de_nghi"] = "Hội Khuyến học xã Bình Lư tại Tờ trình số 12/TTr-HKH ngày 02 tháng 12 năm 2026",
            ["so_ho"] = "60",
            ["gia_tri"] = "kể từ ngày ký (ngày ban hành) Quyết định này đến hết ngày 31/12/2027",
            ["co_quan_theo_doi"] = "Hội Khuyến học xã Bình Lư phối hợp với Phòng Văn hóa - Xã hội",
            ["noi_thi_hanh"] = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Hội Khuyến học xã, Trưởng các bản",
            ["noi_bao_cao"] = "Hội Khuyến học tỉnh",
        };

    public static Paper Paper() =>
        Template().Fill(Values(), new PaperSignature([], "Chủ tịch", "Nguyễn Thị Mẫu"), Rows()) with
        {
            Number = 7,
            Date = new DateOnly(2026, 12, 5),
            Mark = Mark,
        };

    public static List<IReadOnlyList<string>> Rows()
    {
        string[] families = ["Lò Văn", "Giàng A", "Nguyễn Thị", "Vàng Thị", "Trần Đức", "Tẩn Láo"];
        string[] given = ["Phương", "Sử", "Hường", "Nghĩa", "Ưu", "Bằng", "Khuyển", "Lả", "Tỵ", "Đợi"];
        return
        [
            .. Enumerable
                .Range(0, 60)
                .Select(i =>
                    (IReadOnlyList<string>)
                        [
                            (i + 1).ToString(CultureInfo.InvariantCulture),
                            ((i % 15) + 1).ToString(CultureInfo.InvariantCulture),
                            $"{families[i % 6]} {given[i % 10]}",
                            $"Bản {(i / 15) + 1}",
                            (70 + (i * 7 % 31)).ToString(CultureInfo.InvariantCulture),
                        ]
                ),
        ];
    }
}
