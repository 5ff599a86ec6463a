using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Papers.Documents;
using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans.Paper;

/// <summary>
/// A plan as a paper in the layout of Nghị định 30/2020: what the system keeps of it, section by section. Of a received plan it is an extract, and says so on every page;
/// a plan written here becomes a paper when it is numbered and signed.
/// </summary>
public sealed class PlanPaper(AreaTree tree)
{
    private const string Committee = "Ủy ban nhân dân";
    private static readonly string[] Kinds = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"];
    private const string EndedMark = "KẾ HOẠCH ĐÃ HẾT HIỆU LỰC";
    private const string ExtractMark = "BẢN TRÍCH TỪ HỆ THỐNG – KHÔNG THAY VĂN BẢN ĐÃ KÝ";

    public Papers.Documents.Paper Of(Plan plan)
    {
        var sections = new Sections();
        sections.Add("Mục tiêu", Goals(plan));
        sections.Add("So với Chính phủ và kết quả đã đạt", Beside(plan));
        sections.Add(
            "Thời hạn và chế độ báo cáo",
            [.. plan.Deadlines.Select(d => new PaperParagraph($"{Capital(d.Said)}: {d.What.TrimEnd('.', ';')}{(d.SentTo is { } to ? $" (gửi {to})" : "")}."))]
        );
        sections.Add("Các giai đoạn", plan.Phases.Count == 0 ? [] : [new PaperList(PaperListStyle.Dash, [.. plan.Phases.Select(p => $"Giai đoạn {p.FirstYear}-{p.LastYear}.")])]);
        sections.Add("Tổ chức thực hiện", Tasks(plan));
        sections.Add("Ban chỉ đạo", plan.Members.Count == 0 ? [] : [new PaperList(PaperListStyle.Dash, [.. plan.Members.Select(m => $"{m.Who}: {m.Role}.")])]);
        return new Papers.Documents.Paper
        {
            ParentBody = plan.OrganisationName is null ? null : $"Ủy ban nhân dân {tree[plan.AreaId].FullName}",
            IssuingBody = Issuer(plan),
            Number = NumberOf(plan),
            Symbol = SymbolOf(plan),
            Place = PlaceOf(plan),
            Date = plan.IssuedOn,
            YearOfDraft = plan.IssuedOn is null ? YearOf(plan) : null,
            Kind = "Kế hoạch",
            Abstract = plan.Title,
            Body = [.. plan.Bases.Where(b => !b.IsCited).Select(b => new PaperParagraph($"Căn cứ {b.Written};")), .. sections.Blocks],
            Mark =
                plan.EndedOn is not null ? EndedMark
                : plan.IsWrittenHere ? null
                : ExtractMark,
            Recipients = [.. plan.Mentions.Where(m => m.Kind == PlanMentionKind.Recipient).Select(m => m.Text.Trim(' ', '-', ';', '.'))],
            Signature = new PaperSignature(
                plan.SignerAuthority?.Split(" / ", StringSplitOptions.RemoveEmptyEntries)
                    ?? (plan.OrganisationId is null && plan.Level is not null && IsCommittee(plan) ? [$"TM. {Committee}"] : []),
                plan.SignerPosition ?? (plan.Level is null ? "Thủ trưởng" : "Chủ tịch"),
                plan.SignerName
            ),
        };
    }

    private static List<PaperBlock> Goals(Plan plan)
    {
        var blocks = new List<PaperBlock>();
        var own = plan.Targets.Where(t => t.Scope is null).ToList();
        foreach (var year in own.GroupBy(t => t.Year).OrderBy(g => g.Key))
        {
            blocks.Add(new PaperHeading(year.Key is { } number ? $"Đến năm {number}" : "Hằng năm và trong cả giai đoạn", 2));
            blocks.Add(
                new PaperTable(
                    [
                        new PaperColumn("TT", PaperAlign.Centre, 10),
                        new PaperColumn("Đối tượng", PaperAlign.Left, 30),
                        new PaperColumn("Chỉ tiêu", PaperAlign.Left, 45),
                        new PaperColumn("Mức", PaperAlign.Number, 15),
                    ],
                    [
                        .. year.Select(
                            (t, i) =>
                                (IReadOnlyList<string>)
                                    [
                                        (i + 1).ToString(CultureInfo.InvariantCulture),
                                        PlanWords.Of(t.Subject),
                                        (t.OfParent ? "trong đó " : "") + (t.Title is { } title ? $"đạt danh hiệu “{title}”" : Words(plan, t)),
                                        t.Asked,
                                    ]
                        ),
                    ]
                )
            );
        }
        if (plan.Goals.Count > 0)
        {
            blocks.Add(new PaperList(PaperListStyle.Dash, [.. plan.Goals.Select(g => g.Text)]));
        }
        return blocks;
    }

    /// <summary>What is measured in the whole words of the plan; the short phrase only where the text is not here.</summary>
    private static string Words(Plan plan, PlanTarget target) =>
        plan.Received is { } text && target.HasSpan && target.SpanEnd <= text.Text.Length && target.Origin == PlanItemOrigin.Read
            ? string.Join(' ', text.Text[target.SpanStart..target.SpanEnd].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ';', ',', '.')
            : target.Measure;

    /// <summary>Where it was issued: the place of its issuer, also after another unit took that over.</summary>
    private string PlaceOf(Plan plan)
    {
        if (!IsCommittee(plan) || plan.Issuer is not { } issuer)
        {
            return tree[plan.AreaId].Name;
        }
        var place = issuer[Committee.Length..].Trim();
        var kind = Kinds.FirstOrDefault(k => place.StartsWith(k + " ", StringComparison.OrdinalIgnoreCase));
        return kind is null ? place : place[(kind.Length + 1)..];
    }

    private static List<PaperBlock> Beside(Plan plan) =>
        ScopeTable.Of(plan) is not { } table
            ? []
            :
            [
                new PaperTable(
                    [new PaperColumn("Chỉ tiêu"), .. table.Columns.Select(c => new PaperColumn($"{ScopeTable.NameOf(c.Scope)} {c.Year}", PaperAlign.Number))],
                    [.. table.Rows.Select(r => (IReadOnlyList<string>)[r.What, .. r.Cells.Select(c => c?.Asked ?? "–")])]
                ),
            ];

    private static List<PaperBlock> Tasks(Plan plan)
    {
        var blocks = new List<PaperBlock>();
        foreach (var lead in plan.Tasks.GroupBy(t => t.Lead))
        {
            blocks.Add(new PaperHeading($"{blocks.Count / 2 + 1}. {lead.Key}", 2));
            blocks.Add(
                new PaperList(
                    PaperListStyle.Dash,
                    [.. lead.Select(t => t.What.TrimEnd('.', ';') + (t.PartnerList.Count > 0 ? $" (phối hợp: {string.Join("; ", t.PartnerList)})" : "") + ".")]
                )
            );
        }
        return blocks;
    }

    private IReadOnlyList<string> Issuer(Plan plan) =>
        plan.OrganisationName is { } organisation ? [organisation]
        : tree[plan.AreaId].Kind == AreaKind.Hamlet ? [tree[plan.AreaId].FullName]
        : plan.Issuer is not { } issuer ? [Committee, tree[plan.AreaId].FullName]
        : IsCommittee(plan) ? [Committee, issuer[Committee.Length..].Trim()]
        : [issuer];

    private static bool IsCommittee(Plan plan) => plan.Issuer?.StartsWith(Committee, StringComparison.OrdinalIgnoreCase) != false;

    private static int? NumberOf(Plan plan) =>
        plan.Number?.Split('/') is [var digits, ..] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string SymbolOf(Plan plan) =>
        (plan.Number ?? plan.NumberSuffix)?.Split('/', 2) is [_, var symbol] ? symbol
        : plan.Level is null ? "KH"
        : "KH-UBND";

    private static int? YearOf(Plan plan) => plan.IssuedPartial is { Length: >= 4 } partial ? int.Parse(partial[..4], CultureInfo.InvariantCulture) : plan.TakenInAt.Year;

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

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
