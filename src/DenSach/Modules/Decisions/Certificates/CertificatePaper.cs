using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Papers.Documents;
using DenSach.Platform.Papers;
using DenSach.Platform.Text;

namespace DenSach.Modules.Decisions.Certificates;

/// <summary>The certificate of a family, in words of our own (the template says so), with the code by which anybody checks it.</summary>
public sealed class CertificatePaper(PaperShelf templates, AreaTree tree)
{
    public const string Template = "giay-cong-nhan-gia-dinh";

    /// <param name="decision">In force.</param>
    /// <param name="line">The family as the decision names it.</param>
    /// <param name="recognition">What the decision gave it.</param>
    /// <param name="checkPage">Address of the check page, to which the code is added.</param>
    public Paper Of(Decision decision, DecisionLine line, Recognition recognition, string checkPage)
    {
        var commune = tree[decision.AreaId];
        var code = PublicCode.Of(recognition.Id);
        var values = new Dictionary<string, string>
        {
            ["dia_ban"] = commune.FullName,
            ["dia_danh"] = commune.Name,
            ["nam"] = decision.Year.ToString(CultureInfo.InvariantCulture),
            ["chu_ho"] = line.HeadName,
            ["so_ho"] = line.HouseholdNumber,
            ["noi_cu_tru"] = tree[line.HamletAreaId].FullName,
            ["so_quyet_dinh"] = decision.Number!,
            ["ngay_quyet_dinh"] = Day(decision.IssuedOn!.Value),
            ["den_ngay"] = Day(recognition.To.AddDays(-1)),
        };
        var filled = templates.Get(Template).Fill(values, DecisionPaper.Signature(decision), []);
        return filled with
        {
            Date = decision.IssuedOn,
            Body = [.. filled.Body, new PaperCode($"Kiểm tra giấy này: quét mã, hoặc mở {checkPage} và nhập {code}", QrSquares.Of($"{checkPage}/{code}"))],
            Mark = recognition.RestsOnSample ? PaperShelf.SampleMark : null,
        };
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
