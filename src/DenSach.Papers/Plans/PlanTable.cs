using System.Globalization;
using System.Text;

namespace DenSach.Papers.Plans;

/// <summary>A reading as plain text for people, in Vietnamese.</summary>
public static class PlanTable
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Writes head fields, targets, deadlines, tasks and warnings, one line each.</summary>
    public static string Write(ExtractedPlan plan)
    {
        var text = new StringBuilder();
        Line("Số, ký hiệu", plan.Number ?? (plan.NumberSuffix is { } suffix ? $"(chưa cấp số) {suffix}" : null));
        Line("Ngày ban hành", plan.Date?.ToString("d/M/yyyy", CultureInfo.InvariantCulture) ?? plan.DatePartial);
        Line("Cơ quan ban hành", plan.Issuer);
        Line("Tên kế hoạch", plan.Title);
        Line("Giai đoạn", plan.Period is { } period ? $"{period.From}-{period.To}" : null);
        Line("Người ký", plan.Signer is { } signer ? string.Join(", ", new[] { signer.Authority, signer.Position, signer.Name }.OfType<string>()) : null);

        Section(
            "Căn cứ",
            plan.LegalBases.Select(b =>
                $"{b.Kind} số {b.Number}{(b.Date is { } date ? " ngày " + date.ToString("d/M/yyyy", CultureInfo.InvariantCulture) : "")}{(b.Issuer is null ? "" : " của " + b.Issuer)}"
            )
        );
        Section("Chỉ tiêu", plan.Targets.Select(Target));
        Section("Chỉ tiêu trong bảng", plan.TableTargets.Select(t => $"{Target(t)} [{t.Scope}]"));
        Section("Chỉ tiêu không có số", plan.QualitativeTargets.Select(t => $"{Year(t.Year)}  {t.Text}"));
        Section("Hạn", plan.Deadlines.Select(d => $"{When(d), -28}  {d.What}{(d.To is null ? "" : " → " + d.To)}"));
        Section("Nhiệm vụ", plan.Tasks.Select(t => $"{t.Lead}: {t.What}{(t.Product is null ? "" : " → " + t.Product)}"));
        Section("Cần kiểm tra", plan.Warnings.Select(w => $"[{w.Span.Start}-{w.Span.End}] {w.Message}"));
        return text.ToString();

        void Line(string name, string? value) => text.Append(CultureInfo.InvariantCulture, $"{name + ":", -18} {value ?? "(không thấy)"}\n");

        void Section(string name, IEnumerable<string> lines)
        {
            var list = lines.ToList();
            text.Append(CultureInfo.InvariantCulture, $"\n{name} ({list.Count})\n");
            list.ForEach(l => text.Append("  ").Append(l).Append('\n'));
        }
    }

    private static string Target(PlanTarget t)
    {
        var sign = t.Comparator switch
        {
            TargetComparator.AtLeast => "≥ ",
            TargetComparator.MoreThan => "> ",
            TargetComparator.AtMost => "≤ ",
            TargetComparator.LessThan => "< ",
            TargetComparator.About => "≈ ",
            _ => "",
        };
        var value = t.Value.ToString("0.##", Vietnamese) + (t.ValueTo is { } to ? "-" + to.ToString("0.##", Vietnamese) : "");
        var unit = t.Unit switch
        {
            "%" => " %",
            "%/year" => " %/năm",
            _ => "",
        };
        return $"{Year(t.Year)}  {sign + value + unit, 10}  {t.Title ?? "-", -18}  {(t.OfParent ? "trong đó: " : "")}{t.Measure}";
    }

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "(năm?)";

    private static string When(PlanDeadline d)
    {
        var relation = d.Relation switch
        {
            "before" => "trước ",
            "by" => "chậm nhất ",
            "from" => "từ ",
            _ => "",
        };
        var day =
            d.Day is { } x ? (d.Month is { } named ? $"{x}/{named}" : $"ngày {x}")
            : d.Month is { } month ? $"tháng {month}"
            : d.Quarter is { } quarter ? $"quý {quarter}"
            : "";
        var year = d.Year is { } y ? (day.Length > 0 ? "/" : "năm ") + y.ToString(CultureInfo.InvariantCulture) : "";
        var again = d.Recurrence switch
        {
            "yearly" => " hằng năm",
            "half_yearly" => " mỗi 6 tháng",
            "quarterly" => " hằng quý",
            "monthly" => " hằng tháng",
            _ => "",
        };
        return relation + day + year + again;
    }
}
