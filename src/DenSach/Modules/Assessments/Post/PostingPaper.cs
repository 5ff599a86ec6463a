using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Criteria;
using DenSach.Modules.Rounds;
using DenSach.Papers.Documents;
using DenSach.Platform.Papers;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Post;

/// <summary>The list as it is printed and hung out.</summary>
public sealed class PostingPaper(PaperShelf templates, AreaTree tree, CriteriaShelf shelf)
{
    public const string Template = "niem-yet-gia-dinh";

    public Paper Of(Round round, Posting posting, IReadOnlyList<PostedFamily> families)
    {
        var commune = tree[round.AreaId];
        var set = shelf.Get(round.SetId, round.SetHash).Set;
        var values = new Dictionary<string, string>
        {
            ["dia_ban"] = commune.FullName,
            ["tinh"] = tree.PathTo(commune.Id, posting.From).FirstOrDefault(a => a.Kind == AreaKind.Province)?.FullName ?? "",
            ["cac_thon"] = HamletWords.KindsOf(tree, commune, posting.From),
            ["truong_thon"] = HamletWords.LeaderKindsOf(tree, commune, posting.From),
            ["dia_danh"] = commune.Name,
            ["nam"] = round.Year.ToString(CultureInfo.InvariantCulture),
            ["danh_hieu"] = round.Title,
            ["bo_tieu_chi"] = $"bộ tiêu chí “{set.Title}”, phiên bản {set.Version}",
            ["so_ho"] = families.Count.ToString(CultureInfo.InvariantCulture),
            ["tu_ngay"] = Day(posting.From),
            ["den_ngay"] = Day(posting.LastDay),
            ["noi_niem_yet"] = posting.PostedAt,
        };
        var rows = families.Select(
            (f, i) =>
                (IReadOnlyList<string>)
                    [(i + 1).ToString(CultureInfo.InvariantCulture), f.Number, f.HeadName, f.Hamlet, f.Points is { } points ? Points.FromHundredths(points).ToString() : ""]
        );
        return templates.Get(Template).Fill(values, new PaperSignature(["TM. Ban Chấp hành"], "Chủ tịch", null), [.. rows]) with
        {
            YearOfDraft = posting.From.Year,
            Mark = set.Status == SetStatus.Sample ? PaperShelf.SampleMark : null,
        };
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
