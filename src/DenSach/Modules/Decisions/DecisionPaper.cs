using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Modules.Plans;
using DenSach.Papers.Documents;
using DenSach.Platform.Papers;
using DenSach.Scoring;

namespace DenSach.Modules.Decisions;

/// <summary>The decision as a paper: articles and the list of families. Number and date stay blank until the records clerk gives them.</summary>
public sealed class DecisionPaper(PaperShelf templates, AreaTree tree, CriteriaShelf shelf)
{
    public const string Template = "quyet-dinh-cong-nhan-gia-dinh";

    public const string DefaultPosition = "CHỦ TỊCH";

    public Paper Of(OpenDecision open)
    {
        var (decision, round, plan, lines) = open;
        var set = shelf.Get(round.SetId, round.SetHash).Set;
        var number = DecisionNumber.Parse(decision.Number);
        var template = templates.Get(Template);
        if (plan is null)
        {
            // A round that hangs on no plan: the basis is left out, never made up.
            template = template with
            {
                Bases = [.. template.Bases.Where(b => !b.Contains("{ke_hoach}", StringComparison.Ordinal))],
            };
        }
        var filled = template.Fill(Values(decision, set, plan, lines.Count), Signature(decision), [.. lines.OrderBy(l => l.Place).Select(Row)]);
        return filled with
        {
            Number = number?.Number,
            Symbol = number?.Symbol ?? filled.Symbol,
            Date = decision.IssuedOn,
            YearOfDraft = Platform.Hosting.Clock.DayOf(decision.SignedAt ?? decision.DraftedAt).Year,
            Mark = decision.RestsOnSample ? PaperShelf.SampleMark : null,
        };
    }

    private Dictionary<string, string> Values(Decision decision, CriteriaSet set, Plan? plan, int families)
    {
        var commune = tree[decision.AreaId];
        var day = decision.IssuedOn ?? Platform.Hosting.Clock.DayOf(decision.DraftedAt);
        var province = tree.PathTo(commune.Id, day).FirstOrDefault(a => a.Kind == AreaKind.Province);
        var association = $"Hội Khuyến học {commune.FullName}";
        return new Dictionary<string, string>
        {
            ["dia_ban"] = commune.FullName,
            ["dia_danh"] = commune.Name,
            ["nam"] = decision.Year.ToString(CultureInfo.InvariantCulture),
            ["ke_hoach"] = plan is null ? "" : NameOf(plan),
            ["bo_tieu_chi"] = $"bộ tiêu chí “{set.Title}”, phiên bản {set.Version}",
            ["co_quan_de_nghi"] = association,
            ["so_ho"] = families.ToString(CultureInfo.InvariantCulture),
            ["gia_tri"] = Validity(set, decision.Year),
            ["co_quan_theo_doi"] = association,
            ["noi_thi_hanh"] = $"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {commune.LocalKind}, {association}, {HamletWords.LeadersOf(tree, commune, day)}",
            ["noi_bao_cao"] = province is null ? "Hội Khuyến học tỉnh" : $"Hội Khuyến học {province.FullName}",
        };
    }

    /// <summary>
    /// How long the titles hold, whole before anybody signs: from set and year alone, never from a day that is filled in afterwards. What the paper says and what is
    /// counted is one rule: <see cref="TitlePeriods"/>.
    /// </summary>
    internal static string Validity(CriteriaSet set, int year) =>
        set.Validity.Months is { } months
            ? $"trong {months} tháng, tính từ ngày 01 tháng 01 của năm liền sau năm ban hành Quyết định này"
            : $"kể từ ngày ký (ngày ban hành) Quyết định này đến hết ngày {Day(Recognition.EndOfYearly(year).AddDays(-1))}, hoặc đến trước ngày quyết định công nhận đầu tiên của năm {year + 1} trên địa bàn có hiệu lực nếu ngày đó đến sớm hơn";

    /// <summary>By its own words; a number or day that the received text leaves blank is not made up.</summary>
    private static string NameOf(Plan plan)
    {
        var number = plan.Number is { } given ? $" số {given}{(plan.IssuedOn is { } day ? $" ngày {day:dd} tháng {day.Month} năm {day.Year}" : "")}" : "";
        var issuer = plan.Issuer is { } body ? $" của {body}" : "";
        var title = plan.Title is { Length: > 0 } words ? $" {char.ToLower(words[0], CultureInfo.CurrentCulture)}{words[1..]}" : "";
        return $"Kế hoạch{number}{issuer}{title}{(plan.Number is null && PlanWords.IssuedOf(plan) is { } when ? $" ({when})" : "")}";
    }

    /// <summary>A deputy signs for the chairman (Nghị định 30/2020, phụ lục I, II.7).</summary>
    internal static PaperSignature Signature(Decision decision)
    {
        var position = decision.SignerPosition ?? DefaultPosition;
        return new PaperSignature(position.StartsWith("phó", StringComparison.CurrentCultureIgnoreCase) ? ["KT. Chủ tịch"] : [], position, decision.SignerName);
    }

    private IReadOnlyList<string> Row(DecisionLine line) =>
        [
            line.Place.ToString(CultureInfo.InvariantCulture),
            line.HouseholdNumber,
            line.HeadName,
            tree[line.HamletAreaId].FullName,
            line.Points is { } points ? Points.FromHundredths(points).ToString() : "",
        ];

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
