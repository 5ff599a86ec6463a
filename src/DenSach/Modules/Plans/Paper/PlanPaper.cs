using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Papers.Documents;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Plans.Paper;

/// <summary>
/// A plan as a paper in the layout of Nghị định 30/2020: what the system keeps of it, section by section, each thing said once. Of a received plan it is an extract, and says so on
/// every page; a plan written here becomes a paper when it is signed.
/// </summary>
public sealed class PlanPaper(AreaTree tree, PlanIssuers issuers, PlansInReach reach, Clock clock)
{
    private const string DraftMark = "DỰ THẢO – CHƯA XÁC NHẬN";
    private const string EndedMark = "KẾ HOẠCH ĐÃ HẾT HIỆU LỰC";
    private const string ExtractMark = "BẢN TRÍCH TỪ HỆ THỐNG – KHÔNG THAY VĂN BẢN ĐÃ KÝ";

    public async Task<Papers.Documents.Paper> OfAsync(Plan plan, CancellationToken cancellation)
    {
        var issuer = await issuers.OfAsync(plan, cancellation);
        var above = plan is { IsWrittenHere: true, CarriesOutId: { } id } ? await reach.HeadAsync(id, withText: false, cancellation) : null;
        var sections = new Sections();
        sections.Add("Mục tiêu", PaperTargets.Of(plan));
        sections.Add("So với Chính phủ và kết quả đã đạt", PaperTargets.Beside(plan));
        sections.Add("Thời hạn và chế độ báo cáo", Dash(PaperLines.Deadlines(plan)));
        sections.Add("Các giai đoạn", Dash([.. plan.Phases.Select(p => $"Giai đoạn {p.FirstYear}-{p.LastYear}.")]));
        sections.Add("Tổ chức thực hiện", Tasks(plan));
        sections.Add("Ban chỉ đạo", Dash([.. plan.Members.Select(m => $"{m.Who}: {m.Role}.")]));
        return new Papers.Documents.Paper
        {
            ParentBody = issuer.Parent,
            IssuingBody = issuer.Body,
            Number = NumberOf(plan),
            Symbol = issuer.Numbers ? SymbolOf(plan) : "",
            Place = issuer.Place,
            Date = plan.IssuedOn,
            YearOfDraft = plan.IssuedOn is null ? YearOf(plan) : null,
            Kind = "Kế hoạch",
            Abstract = plan.Title,
            Bases = [.. plan.Bases.Where(b => !b.IsCited).Select(b => $"Căn cứ {b.Written}"), .. above is null ? [] : new[] { $"Căn cứ {Named(above)}" }],
            Body = [.. Opening(plan, issuer), .. sections.Blocks],
            Mark =
                plan.IsDraft ? DraftMark
                : plan.IsEndedOn(clock.Today) ? EndedMark
                : plan.IsWrittenHere ? null
                : ExtractMark,
            Recipients = [.. plan.Mentions.Where(m => m.Kind == PlanMentionKind.Recipient).Select(m => m.Text.Trim(' ', '-', ';', '.'))],
            Signature = new PaperSignature(
                plan.SignerAuthority?.Split(" / ", StringSplitOptions.RemoveEmptyEntries) ?? issuer.Authority,
                plan.SignerPosition ?? issuer.Position,
                plan.SignerName
            ),
        };
    }

    /// <summary>The plan above by its name, its issuer said once.</summary>
    private string Named(Plan above) =>
        PlanWords.NameOf(above) is var name && above.Number is not null ? $"{name} của {above.Issuer ?? $"Ủy ban nhân dân {tree[above.AreaId].FullName}"}" : name;

    /// <summary>Between the bases and the first section of a plan written here, as such plans say it.</summary>
    private static IEnumerable<PaperBlock> Opening(Plan plan, PlanIssuer issuer) =>
        plan.IsWrittenHere ? [new PaperParagraph($"{PaperLines.Capital(issuer.Name)} xây dựng kế hoạch thực hiện{PeriodOf(plan)} như sau:")] : [];

    private static string PeriodOf(Plan plan) =>
        plan.FirstYear is not { } first ? ""
        : first == plan.LastYear ? $" năm {first}"
        : $" giai đoạn {first}-{plan.LastYear}";

    private static List<PaperBlock> Tasks(Plan plan)
    {
        var blocks = new List<PaperBlock>();
        foreach (var lead in plan.Tasks.GroupBy(t => t.Lead))
        {
            blocks.Add(new PaperHeading($"{blocks.Count / 2 + 1}. {lead.Key}", 2));
            blocks.AddRange(Dash([.. lead.Select(t => PaperLines.Task(plan, t))]));
        }
        return blocks;
    }

    private static IReadOnlyList<PaperBlock> Dash(IReadOnlyList<string> lines) => lines.Count == 0 ? [] : [new PaperList(PaperListStyle.Dash, lines)];

    private static int? NumberOf(Plan plan) =>
        plan.Number?.Split('/') is [var digits, ..] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string SymbolOf(Plan plan) =>
        (plan.Number ?? plan.NumberSuffix)?.Split('/', 2) is [_, var symbol] ? symbol
        : plan.Level is null ? "KH"
        : "KH-UBND";

    private static int? YearOf(Plan plan) => plan.IssuedPartial is { Length: >= 4 } partial ? int.Parse(partial[..4], CultureInfo.InvariantCulture) : plan.TakenInAt.Year;

    /// <summary>Sections numbered as they come; one without anything in it is left out.</summary>
    private sealed class Sections
    {
        private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII"];
        private readonly List<PaperBlock> blocks = [];
        private int count;

        public IReadOnlyList<PaperBlock> Blocks => blocks;

        public void Add(string name, IReadOnlyList<PaperBlock> body)
        {
            if (body.Count > 0)
            {
                blocks.Add(new PaperHeading($"{Roman[count++]}. {name.ToUpper(CultureInfo.CurrentCulture)}", 1));
                blocks.AddRange(body);
            }
        }
    }
}
